using System.Collections.Frozen;

namespace Pergola.Data.Dialects;

/// <summary>Tables as the database has them. Names are physical and unquoted.</summary>
public sealed record PhysicalSchema(FrozenDictionary<string, PhysicalTable> Tables);

/// <summary>One table: column names, and the column lists of its unique keys and other indexes by name.</summary>
public sealed record PhysicalTable(
    string Name,
    FrozenSet<string> Columns,
    FrozenDictionary<string, IReadOnlyList<string>> UniqueKeys,
    FrozenDictionary<string, IReadOnlyList<string>> Indexes
);
