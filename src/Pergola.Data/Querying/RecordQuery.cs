using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>What to read from a collection, every name resolved. Immutable.</summary>
public sealed record RecordQuery(Collection Collection)
{
    public Selection Selection { get; init; } = Selection.All(Collection);

    public FilterNode? Filter { get; init; }

    /// <summary>Sort keys in order; the compiler appends the record key.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>Most rows to read, null for all.</summary>
    public long? Limit { get; init; }

    public long Offset { get; init; }

    /// <summary>
    /// Whether records are roots of a tree that carry their descendants (<c>children</c>) and positions (<c>__index</c>).
    /// </summary>
    public bool AsTree { get; init; }

    /// <summary>Restriction to the records of one association of one source record.</summary>
    public AssociationScope? Scope { get; init; }

    /// <summary>Whether records read through a belongsToMany scope carry their through row.</summary>
    public bool WithThrough { get; init; }
}

/// <summary>Columns to return and relations to append.</summary>
public record Selection(IReadOnlyList<ColumnField> Columns, IReadOnlyList<Append> Appends)
{
    /// <summary>Every column that is not hidden, nothing appended.</summary>
    public static Selection All(Collection collection) => new([.. collection.Columns.Where(c => !c.Hidden)], []);
}

/// <summary>A relation to load with each record.</summary>
public sealed record Append(Relation Relation, Selection Selection)
{
    /// <summary>Follow the same relation from each loaded record, to the end.</summary>
    public bool Recursive { get; init; }

    /// <summary>Whether a record that leads to nothing has no property for the relation, as at the end of a chain.</summary>
    public bool IsOptional { get; init; }

    /// <summary>For a recursive relation: only records that match it are followed.</summary>
    public FilterNode? RecursiveFilter { get; init; }

    /// <summary>Whether the loaded records end with their position in the tree.</summary>
    public bool WithTreeIndex { get; init; }

    /// <summary>Restriction to some of the related records; the others are as if they were not there.</summary>
    public FilterNode? Filter { get; init; }

    /// <summary>Order asked for in the request; else the relation's own.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>Whether elements of a belongsToMany carry their through row.</summary>
    public bool WithThrough { get; init; }
}

/// <summary>One sort key. NULLs are last in both directions.</summary>
public sealed record SortKey(FieldPath Path, bool Descending);

/// <summary>The records that <paramref name="Relation"/> leads to from one source record.</summary>
/// <param name="SourceKey">
/// Parsed value of the relation's local key (of the source's record key for belongsTo).
/// </param>
public sealed record AssociationScope(Relation Relation, object SourceKey);
