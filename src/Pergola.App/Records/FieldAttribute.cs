namespace Pergola.App.Records;

/// <summary>Says more of a field than the type of its property does.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute : Attribute
{
    /// <summary>How the field is shown; its name when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Field type by its wire name, such as <c>text</c>; null for the one that fits the property.</summary>
    public string? Type { get; init; }

    /// <summary>Whether no two records may have the same value.</summary>
    public bool Unique { get; init; }
}

/// <summary>Makes a property the key of a record of another collection.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BelongsToAttribute(string collection) : Attribute
{
    /// <summary>The other collection.</summary>
    public string Collection { get; } = collection;

    /// <summary>Name of the relation; the name of the property without <c>Id</c> when there is none.</summary>
    public string? As { get; init; }
}
