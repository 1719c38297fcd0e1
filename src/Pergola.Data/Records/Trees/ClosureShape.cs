using Pergola.Data.Schema;

namespace Pergola.Data.Records.Trees;

/// <summary>
/// A forest in two tables: one row per node, and one per ancestor and descendant, so that a whole tree is read at once. The row
/// of a node with itself (depth 0) has its <c>type</c>, the slot of its parent it is in, and whether it is <c>async</c>; that
/// with its parent (depth 1) has its <c>sort</c>.
/// </summary>
/// <param name="Nodes">Name of the collection of nodes.</param>
/// <param name="Key">Its key, a text.</param>
/// <param name="Document">Its field with the JSON of a node.</param>
/// <param name="Paths">Name of the collection of ancestors and descendants.</param>
/// <param name="MaxDepth">Most levels below a root.</param>
public sealed record ClosureShape(string Nodes, string Key, string Document, string Paths, int MaxDepth)
{
    internal ClosureTables In(SchemaSnapshot schema) => new(schema[Nodes], schema[Paths], Key, Document);
}

/// <summary>The tables of a forest, and how their columns are written.</summary>
internal sealed class ClosureTables(Collection nodes, Collection paths, string key, string document)
{
    public string Nodes { get; } = nodes.Table.Quoted;

    public string Paths { get; } = paths.Table.Quoted;

    public ColumnField KeyColumn { get; } = nodes.Column(key);

    public ColumnField NameColumn { get; } = nodes.Column("name");

    public ColumnField DocumentColumn { get; } = nodes.Column(document);

    public ColumnField AncestorColumn { get; } = paths.Column("ancestor");

    public ColumnField DescendantColumn { get; } = paths.Column("descendant");

    public ColumnField DepthColumn { get; } = paths.Column("depth");

    public ColumnField AsyncColumn { get; } = paths.Column("async");

    public ColumnField TypeColumn { get; } = paths.Column("type");

    public ColumnField SortColumn { get; } = paths.Column("sort");

    public string Key => KeyColumn.QuotedColumn;

    public string Name => NameColumn.QuotedColumn;

    public string Document => DocumentColumn.QuotedColumn;

    public string Ancestor => AncestorColumn.QuotedColumn;

    public string Descendant => DescendantColumn.QuotedColumn;

    public string Depth => DepthColumn.QuotedColumn;

    public string Async => AsyncColumn.QuotedColumn;

    public string Type => TypeColumn.QuotedColumn;

    public string Sort => SortColumn.QuotedColumn;
}
