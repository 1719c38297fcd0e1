using System.Data.Common;
using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Records;

/// <summary>Columns of the current row of a reader as JSON properties.</summary>
public static class ColumnJson
{
    /// <summary>
    /// Writes one property per column; the columns are at consecutive ordinals from <paramref name="first"/>, selected
    /// through <see cref="ColumnTypes.Select"/>.
    /// </summary>
    public static void WriteProperties(
        DbDataReader reader,
        ValueReader values,
        IReadOnlyList<ColumnField> columns,
        int first,
        Utf8JsonWriter writer
    )
    {
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            if (column.OmitsNull && reader.IsDBNull(first + index))
            {
                continue;
            }

            writer.WritePropertyName(column.JsonName);
            WriteValue(reader, values, column, first + index, writer);
        }
    }

    /// <summary>Writes the value at an ordinal, <c>null</c> for NULL.</summary>
    public static void WriteValue(
        DbDataReader reader,
        ValueReader values,
        ColumnField column,
        int ordinal,
        Utf8JsonWriter writer
    )
    {
        var cursor = new ColumnCursor(values, reader, ordinal);
        if (cursor.IsNull)
        {
            writer.WriteNullValue();
        }
        else
        {
            column.Type.Write(cursor, column, writer);
        }
    }
}
