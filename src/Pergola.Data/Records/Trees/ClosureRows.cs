using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Trees;

/// <summary>The rows of ancestors and descendants that new nodes bring, worked out before they are written.</summary>
internal sealed class ClosureRows(ClosureShape shape)
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>(0);
    private readonly Dictionary<string, IReadOnlyDictionary<string, int>> _ancestors = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Parent, string Slot), int> _sorts = [];
    private readonly List<Row> _rows = [];

    public IReadOnlyList<Row> All => _rows;

    /// <summary>A stored node that new ones are put below.</summary>
    public void AddParent(
        string key,
        IReadOnlyDictionary<string, int> ancestors,
        IReadOnlyDictionary<string, int> sorts
    )
    {
        _ancestors[key] = ancestors;
        foreach (var (slot, sort) in sorts)
        {
            _sorts[(key, slot)] = sort;
        }
    }

    public void Add(NewClosureNode node)
    {
        var ancestors = new Dictionary<string, int>(StringComparer.Ordinal) { [node.Key] = 0 };
        _rows.Add(new Row(node.Key, node.Key, 0, node.IsAsync, node.Slot, Sort: null));
        foreach (var (key, depth) in node.Parent is { } parent ? _ancestors[parent] : None)
        {
            CheckDepth(shape, depth + 1);
            ancestors.Add(key, depth + 1);
            var sort = depth == 0 ? Next(node.Parent!, node.Slot ?? "") : (int?)null;
            _rows.Add(new Row(key, node.Key, depth + 1, IsAsync: null, Type: null, sort));
        }

        _ancestors[node.Key] = ancestors;
    }

    /// <exception cref="BadRequestException">A tree would have more levels than it may.</exception>
    public static void CheckDepth(ClosureShape shape, int depth)
    {
        if (depth > shape.MaxDepth)
        {
            throw new BadRequestException(
                "{collection} can be nested {depth} levels deep at most",
                [("collection", shape.Nodes), ("depth", shape.MaxDepth.ToString())],
                shape.Nodes
            );
        }
    }

    public static SqlWriter Insert(ClosureTables tables, IEnumerable<Row> rows, Dialect dialect) =>
        new SqlWriter(dialect)
            .Append($"INSERT INTO {tables.Paths} ({tables.Ancestor}, {tables.Descendant}, {tables.Depth}, ")
            .Append($"{tables.Async}, {tables.Type}, {tables.Sort}) VALUES ")
            .Join(
                ", ",
                rows,
                (w, row) =>
                    w.Append('(')
                        .Parameter(row.Ancestor, tables.AncestorColumn.ColumnType)
                        .Append(", ")
                        .Parameter(row.Descendant, tables.DescendantColumn.ColumnType)
                        .Append(", ")
                        .Append(row.Depth)
                        .Append(", ")
                        .Parameter(row.IsAsync, tables.AsyncColumn.ColumnType)
                        .Append(", ")
                        .Parameter(row.Type, tables.TypeColumn.ColumnType)
                        .Append(", ")
                        .Parameter(row.Sort, tables.SortColumn.ColumnType)
                        .Append(')')
            );

    private int Next(string parent, string slot) =>
        _sorts[(parent, slot)] = _sorts.GetValueOrDefault((parent, slot)) + 1;

    public sealed record Row(string Ancestor, string Descendant, int Depth, bool? IsAsync, string? Type, int? Sort);
}
