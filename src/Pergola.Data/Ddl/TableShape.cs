using Pergola.Data.Schema;

namespace Pergola.Data.Ddl;

/// <summary>What a snapshot wants of one table. Several collections may share a table, several fields a column.</summary>
internal sealed class TableShape
{
    private TableShape(TableName table, IReadOnlyList<Collection> collections)
    {
        Table = table;
        Collections = collections;
        Columns = collections
            .SelectMany(c => c.Columns)
            .GroupBy(c => c.ColumnName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        UniqueKeys = [.. collections.SelectMany(c => c.UniqueKeys).DistinctBy(k => k.Name, StringComparer.Ordinal)];
        Indexes = [.. collections.SelectMany(c => c.Indexes).DistinctBy(i => i.Name, StringComparer.Ordinal)];
    }

    public TableName Table { get; }

    public IReadOnlyList<Collection> Collections { get; }

    /// <summary>One field per column, by physical name.</summary>
    public IReadOnlyDictionary<string, ColumnField> Columns { get; }

    public IReadOnlyList<UniqueKey> UniqueKeys { get; }

    public IReadOnlyList<IndexKey> Indexes { get; }

    /// <summary>Tables of a snapshot. A collection without columns has none yet; views and queries have none at all.</summary>
    public static Dictionary<TableName, TableShape> Of(SchemaSnapshot snapshot) =>
        snapshot
            .Collections.Where(c => c.Columns.Count > 0 && !IsVirtual(c))
            .GroupBy(c => c.Table)
            .ToDictionary(g => g.Key, g => new TableShape(g.Key, [.. g]));

    /// <summary>The changes that add a column to a table that may have rows.</summary>
    public static IEnumerable<DdlChange> Add(ColumnField column)
    {
        yield return new AddColumn(column.Collection, column);
        if (column.Type.Name == "sort")
        {
            yield return new NumberRows(column.Collection, column);
        }
    }

    /// <summary>The changes that make the table as wanted when it is not there.</summary>
    public IEnumerable<DdlChange> Create()
    {
        var first = Collections[0];
        yield return new CreateTable(first);
        var made = first.Columns.Select(c => c.ColumnName).ToHashSet(StringComparer.Ordinal);
        foreach (var collection in Collections.Skip(1))
        {
            foreach (var column in collection.Columns.Where(c => made.Add(c.ColumnName)))
            {
                yield return new AddColumn(collection, column);
            }
        }

        foreach (var key in UniqueKeys.Where(k => !first.UniqueKeys.Contains(k)))
        {
            yield return new AddUnique(Table, key);
        }

        foreach (var index in Indexes)
        {
            yield return new CreateIndex(Table, index);
        }
    }

    private static bool IsVirtual(Collection collection) =>
        (collection.Definition.Flag("view") ?? false)
        || collection.Definition.Text("viewName") is not null
        || collection.Definition.Text("sql") is not null;
}
