using System.Text.Json;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records;

/// <summary>A record as a write left it, in the form the action answers with.</summary>
public sealed class WrittenRecord
{
    private readonly StoredRow _row;
    private readonly IReadOnlyDictionary<ColumnField, JsonElement> _echoes;
    private readonly IReadOnlyList<AssociationResult> _associations;

    internal WrittenRecord(
        StoredRow row,
        IReadOnlyDictionary<ColumnField, JsonElement> echoes,
        IReadOnlyList<AssociationResult> associations
    )
    {
        _row = row;
        _echoes = echoes;
        _associations = associations;
    }

    public Collection Collection => _row.Plan.Collection;

    /// <summary>The record key, null when the collection has none.</summary>
    public RecordKey? Key => _row.Key;

    /// <summary>Writes an object: every column that is not hidden, then the nested values that were processed.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        var columns = Collection.Columns;
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index].Hidden)
            {
                continue;
            }

            writer.WritePropertyName(columns[index].JsonName);
            if (_echoes.TryGetValue(columns[index], out var given))
            {
                given.WriteTo(writer);
            }
            else
            {
                writer.WriteRawValue(_row.Json(index), skipInputValidation: true);
            }
        }

        foreach (var association in _associations)
        {
            if (!association.Relation.Hidden)
            {
                association.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The stored row, hidden columns included, without nested values.</summary>
    public JsonElement ToElement() => _row.ToElement();
}
