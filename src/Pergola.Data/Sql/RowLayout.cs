using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>
/// Where the parts of a record stand in the rows of a statement: a tree of objects, each with its columns at consecutive
/// ordinals, joined objects, and slots for what is loaded separately.
/// </summary>
internal sealed class RowLayout
{
    public required IReadOnlyList<ColumnField> Columns { get; init; }

    public required int FirstOrdinal { get; init; }

    /// <summary>Objects joined into the row.</summary>
    public List<JoinedObject> Joined { get; } = [];

    /// <summary>Relations loaded by a statement of their own.</summary>
    public List<SlotReference> Slots { get; } = [];

    /// <summary>Whether a constant <c>_pivot_: null</c> follows (records read through a belongsToMany resource).</summary>
    public bool WithPivot { get; init; }

    /// <summary>Whether each record ends with its position in the tree, <c>__index</c>.</summary>
    public bool WithTreeIndex { get; set; }
}

/// <summary>A to-one record in the row of its parent; absent when the column at <see cref="PresenceOrdinal"/> is NULL.</summary>
internal sealed record JoinedObject(System.Text.Json.JsonEncodedText Name, RowLayout Layout, int PresenceOrdinal);

/// <summary>The place of a separately loaded relation, with the ordinal of the column its rows are matched by.</summary>
internal sealed record SlotReference(int Slot, Append Append, ColumnField Key, int KeyOrdinal);

/// <summary>A compiled query: statement, row layout, and the relations to load afterwards by slot.</summary>
internal sealed record CompiledSelect(SqlStatement Statement, RowLayout Layout, IReadOnlyList<SlotReference> Slots)
{
    /// <summary>Ordinal of the column that groups the rows by parent, -1 when this is the root query.</summary>
    public int GroupOrdinal { get; init; } = -1;

    /// <summary>Column at <see cref="GroupOrdinal"/>.</summary>
    public ColumnField? GroupKey { get; init; }
}
