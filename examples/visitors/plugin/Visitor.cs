using Pergola.App.Records;

namespace Acme.Visitors;

/// <summary>Somebody who comes to see somebody else. Each property is a field of the collection.</summary>
[Collection(Collection, Title = "Visitors", TitleField = nameof(Name))]
public sealed record Visitor
{
    public const string Collection = "visitors";

    public long Id { get; init; }

    [Field(Title = "Name")]
    public string Name { get; init; } = "";

    [Field(Title = "Company")]
    public string? Company { get; init; }

    [Field(Title = "Badge", Unique = true)]
    public string? Badge { get; init; }

    [BelongsTo("users")]
    public long? HostId { get; init; }

    /// <summary>Null while they are in the house.</summary>
    [Field(Title = "Left at")]
    public DateTimeOffset? LeftAt { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}
