namespace Pergola.Data.Schema;

/// <summary>
/// A link from one collection to another. The concrete kinds live in Relations; their keys are resolved columns.
/// </summary>
public abstract class Relation(Collection collection, FieldDefinition definition, Collection target)
    : Field(collection, definition)
{
    public Collection Target { get; } = target;

    /// <summary>Whether the JSON value is an array.</summary>
    public abstract bool IsToMany { get; }

    /// <summary>Column of the owning collection that loaded rows are matched by.</summary>
    public abstract ColumnField LocalKey { get; }

    public OnDelete OnDelete { get; } =
        definition.Text("onDelete")?.ToUpperInvariant() switch
        {
            "CASCADE" => OnDelete.Cascade,
            "SET NULL" => OnDelete.SetNull,
            "RESTRICT" => OnDelete.Restrict,
            "NO ACTION" => OnDelete.NoAction,
            _ => OnDelete.Unspecified,
        };
}

/// <summary>What happens to rows that reference a deleted record; done by the server, not by the database.</summary>
public enum OnDelete
{
    Unspecified,
    NoAction,
    SetNull,
    Cascade,
    Restrict,
}
