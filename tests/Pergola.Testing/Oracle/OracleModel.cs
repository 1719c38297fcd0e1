namespace Pergola.Testing.Oracle;

/// <summary>What a field holds, as far as filters, sorting and its JSON form are concerned.</summary>
public enum FieldKind
{
    String,
    Text,
    Integer,
    BigInt,
    Double,
    Decimal,
    Boolean,
    Instant,
    Wall,
    Day,
    Time,
    Unix,
    Strings,
    Document,
    Uuid,
}

/// <summary>
/// A field. Values of its kind are held as: string; long (integers, and seconds since 1970 for <see cref="FieldKind.Unix"/>);
/// double; decimal; bool; DateTime (UTC instants, wall times); DateOnly; TimeOnly; string[]; JsonElement; Guid.
/// </summary>
public sealed record OracleField(string Name, FieldKind Kind);

/// <summary>A way from one record to others, followed by <paramref name="Follow"/>.</summary>
public sealed record OracleRelation(
    string Name,
    Func<OracleCollection> Target,
    bool IsToMany,
    Func<OracleRecord, IEnumerable<OracleRecord>> Follow
);

/// <summary>A record: its key and its values by name; a name that is missing is null.</summary>
public sealed record OracleRecord(long Id, IReadOnlyDictionary<string, object?> Values)
{
    public object? this[string name] => name is "id" ? Id : Values.GetValueOrDefault(name);
}

/// <summary>Records in memory, their fields and relations.</summary>
public sealed class OracleCollection(string name, IReadOnlyList<OracleField> fields)
{
    public string Name { get; } = name;

    /// <summary>Every field, the key <c>id</c> among them.</summary>
    public IReadOnlyList<OracleField> Fields { get; } = [new OracleField("id", FieldKind.BigInt), .. fields];

    public IList<OracleRelation> Relations { get; } = [];

    public IList<OracleRecord> Records { get; } = [];

    public OracleField? Field(string field) => Fields.FirstOrDefault(f => f.Name == field);

    public OracleRelation? Relation(string relation) => Relations.FirstOrDefault(r => r.Name == relation);
}
