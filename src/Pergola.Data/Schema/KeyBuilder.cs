using System.Text.Json;
using Pergola.Data.Relations;

namespace Pergola.Data.Schema;

/// <summary>Keys of a collection whose columns are complete: primary key, record key, unique keys and indexes.</summary>
internal sealed class KeyBuilder(int maxIdentifierLength)
{
    public void Complete(Collection collection)
    {
        collection.PrimaryKey = [.. collection.Columns.Where(c => c.IsPrimaryKey)];
        if (collection.PrimaryKey.Count == 0)
        {
            // A through table is keyed by its two key columns.
            collection.PrimaryKey =
                collection.Definition.Flag("isThrough") ?? false ? [.. collection.Columns.Where(IsThroughKey)] : [];
        }

        collection.FilterTargetKey = FilterTargetKey(collection);
        collection.TreeParent = collection.Relations.OfType<BelongsTo>().FirstOrDefault(r => r.IsTreeParent);
        collection.TreeChildren = collection.Relations.OfType<HasMany>().FirstOrDefault(r => r.IsTreeChildren);
        AddKeys(collection);
    }

    private static bool IsThroughKey(ColumnField column) =>
        column.Role == FieldRole.ForeignKey || (column.Definition.Flag("isForeignKey") ?? false);

    private static IReadOnlyList<ColumnField> FilterTargetKey(Collection collection)
    {
        var option = collection.Definition.Options.Get("filterTargetKey");
        IEnumerable<string?> names = option switch
        {
            { ValueKind: JsonValueKind.String } text => [text.GetString()],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(e => e.GetString()),
            _ => [],
        };
        var columns = new List<ColumnField>();
        foreach (var name in names)
        {
            if (name is not null && collection.TryGetColumn(name, out var column))
            {
                columns.Add(column);
            }
        }

        return columns.Count > 0 ? columns : collection.PrimaryKey;
    }

    private void AddKeys(Collection collection)
    {
        var table = collection.Table.Name;
        foreach (var column in collection.Columns.Where(c => c.IsUnique && !c.IsPrimaryKey))
        {
            collection.Add(new UniqueKey(Naming.Unique(table, [column.ColumnName], maxIdentifierLength), [column]));
        }

        if (collection.Definition.Options.Get("indexes") is { ValueKind: JsonValueKind.Array } indexes)
        {
            foreach (var index in indexes.EnumerateArray())
            {
                AddDeclaredIndex(collection, index);
            }
        }

        var keys = collection
            .Columns.Where(c => c.Definition.Flag("index") ?? false)
            .Concat(
                collection.Columns.Where(c =>
                    c.Role is FieldRole.CreatedById or FieldRole.UpdatedById or FieldRole.ForeignKey
                )
            )
            .Concat(collection.Columns.Where(c => c.Definition.Flag("isForeignKey") ?? false))
            .Distinct();
        foreach (var column in keys)
        {
            // The leading column of a key or unique constraint needs no index of its own.
            var covered =
                column.IsUnique
                || (collection.PrimaryKey.Count > 0 && collection.PrimaryKey[0] == column)
                || collection.UniqueKeys.Any(k => k.Columns[0] == column);
            if (!covered)
            {
                collection.Add(new IndexKey(Naming.Index(table, [column.ColumnName], maxIdentifierLength), [column]));
            }
        }
    }

    /// <summary>An entry of the option <c>indexes</c>: <c>{"fields":["a","b"],"unique":true}</c>.</summary>
    private void AddDeclaredIndex(Collection collection, JsonElement index)
    {
        var columns = new List<ColumnField>();
        foreach (var name in index.Get("fields")?.EnumerateArray().Select(e => e.GetString()) ?? [])
        {
            if (name is not null && collection.TryGetColumn(name, out var column))
            {
                columns.Add(column);
            }
        }

        if (columns.Count == 0)
        {
            return;
        }

        var names = columns.Select(c => c.ColumnName);
        if (index.Flag("unique") ?? false)
        {
            collection.Add(new UniqueKey(Naming.Index(collection.Table.Name, names, maxIdentifierLength), columns));
        }
        else
        {
            collection.Add(new IndexKey(Naming.Index(collection.Table.Name, names, maxIdentifierLength), columns));
        }
    }
}
