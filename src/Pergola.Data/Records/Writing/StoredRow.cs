using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>
/// A row as the database returned it: every column already as JSON, and the values of key columns for further
/// statements.
/// </summary>
internal sealed class StoredRow(WritePlan plan, byte[] json, int[] ends, object?[] keys)
{
    public WritePlan Plan { get; } = plan;

    /// <summary>The record key, null when the collection has none.</summary>
    public RecordKey? Key => Plan.KeyOf(Value);

    /// <summary>Value of a key column.</summary>
    public object? Value(ColumnField column) =>
        Plan.KeyIndex(column) is var index and >= 0
            ? keys[index]
            : throw new InvalidOperationException($"{column} is not a key column.");

    /// <summary>JSON of the column at an index of the collection's columns.</summary>
    public ReadOnlySpan<byte> Json(int column)
    {
        // The row is one JSON array: values are parted by a comma, the first one follows the bracket.
        var start = column == 0 ? 1 : ends[column - 1] + 1;
        return json.AsSpan(start, ends[column] - start);
    }

    /// <summary>The whole row as an object, hidden columns included.</summary>
    public JsonElement ToElement()
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            writer.WriteStartObject();
            for (var index = 0; index < Plan.Collection.Columns.Count; index++)
            {
                writer.WritePropertyName(Plan.Collection.Columns[index].JsonName);
                writer.WriteRawValue(Json(index), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}

/// <summary>Turns rows of a reader, selected with <see cref="WritePlan.Returning"/>, into stored rows.</summary>
internal sealed class StoredRowReader(WritePlan plan, ValueReader values)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    public StoredRow Read(DbDataReader reader)
    {
        var columns = plan.Collection.Columns;
        var ends = new int[columns.Count];
        var keys = new object?[plan.KeyColumns.Count];
        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer, JsonText.Writer))
        {
            writer.WriteStartArray();
            for (var index = 0; index < columns.Count; index++)
            {
                ColumnJson.WriteValue(reader, values, columns[index], index, writer);
                ends[index] = (int)(writer.BytesCommitted + writer.BytesPending);
                if (plan.KeyIndex(columns[index]) is var key and >= 0)
                {
                    keys[key] = StoredValue.Read(
                        new ColumnCursor(values, reader, index),
                        columns[index].ColumnType.Kind
                    );
                }
            }

            writer.WriteEndArray();
        }

        return new StoredRow(plan, _buffer.WrittenSpan.ToArray(), ends, keys);
    }
}
