using System.Text.Json;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;

namespace Pergola.Data.Records;

/// <summary>A record as a write left it, in the form the action answers with.</summary>
public sealed class WrittenRecord
{
    private readonly StoredRow _row;
    private readonly RecordDraft? _draft;

    internal WrittenRecord(StoredRow row, RecordDraft? draft = null)
    {
        _row = row;
        _draft = draft;
    }

    public Collection Collection => _row.Plan.Collection;

    /// <summary>The record key, null when the collection has none.</summary>
    public RecordKey? Key => _row.Key;

    /// <summary>Writes an object: every column that is not hidden, then the nested values that were processed.</summary>
    public void WriteTo(Utf8JsonWriter writer) => WriteTo(writer, isSeen: null);

    /// <summary>
    /// As above for a reader who may not see every column, here and in nested values: the others are null.
    /// </summary>
    public void WriteTo(Utf8JsonWriter writer, Func<ColumnField, bool>? isSeen)
    {
        writer.WriteStartObject();
        var columns = Collection.Columns;
        for (var index = 0; index < columns.Count; index++)
        {
            if (
                columns[index].Hidden
                || _draft?.Omitted == columns[index]
                || (columns[index].OmitsNull && _row.Json(index).SequenceEqual("null"u8))
            )
            {
                continue;
            }

            writer.WritePropertyName(columns[index].JsonName);
            if (isSeen?.Invoke(columns[index]) == false)
            {
                writer.WriteNullValue();
            }
            else if (_draft is not null && _draft.Echoes.TryGetValue(columns[index], out var given))
            {
                given.WriteTo(writer);
            }
            else
            {
                writer.WriteRawValue(_row.Json(index), skipInputValidation: true);
            }
        }

        foreach (var given in _draft?.Virtuals ?? [])
        {
            given.WriteTo(writer);
        }

        foreach (var result in _draft?.Results ?? [])
        {
            result.WriteTo(writer, isSeen);
        }

        writer.WriteEndObject();
    }

    /// <summary>The stored row, hidden columns included, without nested values.</summary>
    public JsonElement ToElement() => _row.ToElement();
}
