using System.Collections.Frozen;

namespace Pergola.Data.Dialects;

/// <summary>Tables as the database has them. Names are physical and unquoted.</summary>
public sealed record PhysicalSchema(FrozenDictionary<string, PhysicalTable> Tables);

/// <summary>
/// One table: column names, and the column lists of its unique keys and other indexes by name. The primary key, partial
/// indexes and those over expressions are in neither.
/// </summary>
public sealed record PhysicalTable(
    string Name,
    FrozenSet<string> Columns,
    FrozenDictionary<string, IReadOnlyList<string>> UniqueKeys,
    FrozenDictionary<string, IReadOnlyList<string>> Indexes
)
{
    /// <summary>Indexes whose build failed half way; they cost writes and serve no query.</summary>
    public FrozenSet<string> InvalidIndexes { get; init; } = [];

    /// <summary>Columns in order as they are declared; only where a table has to be rebuilt to be altered.</summary>
    public IReadOnlyList<PhysicalColumn> Declarations { get; init; } = [];

    /// <summary>Columns of the primary key in its order; only where <see cref="Declarations"/> is filled.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>Whether the key numbers itself; only where <see cref="Declarations"/> is filled.</summary>
    public bool AutoIncrements { get; init; }

    /// <summary>Text of indexes and triggers by name; only where <see cref="Declarations"/> is filled.</summary>
    public FrozenDictionary<string, string> Definitions { get; init; } = FrozenDictionary<string, string>.Empty;

    public static PhysicalTable Empty(string name) =>
        new(
            name,
            [],
            FrozenDictionary<string, IReadOnlyList<string>>.Empty,
            FrozenDictionary<string, IReadOnlyList<string>>.Empty
        );

    /// <summary>Names of the unique keys over exactly these columns, whatever their order.</summary>
    public IEnumerable<string> UniqueKeysOver(IReadOnlyCollection<string> columns) =>
        UniqueKeys.Where(k => k.Value.Count == columns.Count && k.Value.All(columns.Contains)).Select(k => k.Key);

    /// <summary>Names of the indexes over exactly these columns in this order.</summary>
    public IEnumerable<string> IndexesOver(IEnumerable<string> columns) =>
        Indexes.Where(i => i.Value.SequenceEqual(columns, StringComparer.Ordinal)).Select(i => i.Key);
}

/// <summary>One declared column; <see cref="Sql"/> is its type and constraints without name and primary key.</summary>
public sealed record PhysicalColumn(string Name, string Sql);
