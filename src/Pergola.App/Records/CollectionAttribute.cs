namespace Pergola.App.Records;

/// <summary>Makes a class the form of the records of a collection; its properties are the fields.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CollectionAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>How the collection is shown; its name when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Property by which records are called, such as <c>Title</c>.</summary>
    public string? TitleField { get; init; }
}
