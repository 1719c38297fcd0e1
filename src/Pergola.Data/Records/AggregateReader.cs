using System.Globalization;
using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>Runs queries for grouped values.</summary>
public sealed class AggregateReader(Database database)
{
    /// <summary>Writes the groups as an array of objects; numbers are JSON numbers whatever their column.</summary>
    /// <param name="query">What to read.</param>
    /// <param name="offset">Zone of date dimensions.</param>
    /// <param name="json">Gets one array.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    public async Task ReadAsync(
        AggregateQuery query,
        TimeSpan offset,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    )
    {
        var statement = new AggregateCompiler(query, database.Dialect, offset).Compile();
        var columns = query.Columns.ToList();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand(connection, null, statement);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartArray();
        while (await reader.ReadAsync(cancellationToken))
        {
            json.WriteStartObject();
            for (var index = 0; index < columns.Count; index++)
            {
                json.WritePropertyName(columns[index].Alias);
                Write(json, columns[index], new ColumnCursor(database.Dialect.Columns.Values, reader, index));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AggregateColumn column, in ColumnCursor cursor)
    {
        if (cursor.IsNull)
        {
            json.WriteNullValue();
        }
        else if (AggregateCompiler.IsNumber(column))
        {
            WriteNumber(json, cursor.Text);
        }
        else if (column.Format is not null)
        {
            json.WriteStringValue(cursor.Text);
        }
        else
        {
            column.Path.Field.Type.Write(cursor, column.Path.Field, json);
        }
    }

    /// <summary>The text of a number as it is, without the zeros that a fraction ends with.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string text)
    {
        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
        )
        {
            json.WriteNullValue();
            return;
        }

        var isPlain =
            text.Contains('.', StringComparison.Ordinal) && !text.Contains('e', StringComparison.OrdinalIgnoreCase);
        json.WriteRawValue(isPlain ? text.TrimEnd('0').TrimEnd('.') : text, skipInputValidation: true);
    }
}
