using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>
/// Columns that one INSERT of several rows fills. Rows may differ in columns without a default, where leaving one out
/// and writing NULL are the same; the others must be given by all rows or by none.
/// </summary>
internal sealed class InsertColumns
{
    private readonly Collection _collection;
    private readonly HashSet<ColumnField> _columns;

    public InsertColumns(Collection collection, RecordDraft first)
    {
        _collection = collection;
        _columns = [.. first.Values.Keys];
    }

    /// <summary>Takes another row in if it fits.</summary>
    public bool Accept(RecordDraft draft)
    {
        // An INSERT without any column cannot have a second row.
        if (_columns.Count == 0 || draft.Values.Count == 0)
        {
            return false;
        }

        foreach (var column in _collection.Columns)
        {
            var hasDefault = column.DefaultValue is not null || column.IsAutoIncrement;
            if (hasDefault && draft.Values.ContainsKey(column) != _columns.Contains(column))
            {
                return false;
            }
        }

        _columns.UnionWith(draft.Values.Keys);
        return true;
    }

    /// <summary>In table order; of several fields over one physical column the last one given counts.</summary>
    public IReadOnlyList<ColumnField> ToList()
    {
        var byName = new Dictionary<string, ColumnField>(StringComparer.Ordinal);
        foreach (var column in _collection.Columns.Where(_columns.Contains))
        {
            byName[column.ColumnName] = column;
        }

        return [.. byName.Values];
    }
}
