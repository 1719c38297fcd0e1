namespace Pergola.Data.Records;

/// <summary>Which parts of the given values a write takes.</summary>
public sealed record WriteOptions
{
    public static readonly WriteOptions Default = new();

    /// <summary>Names taken, dotted for nested values; null for all.</summary>
    public IReadOnlyList<string>? Whitelist { get; init; }

    /// <summary>Names left out, dotted for nested values.</summary>
    public IReadOnlyList<string> Blacklist { get; init; } = [];

    /// <summary>Association paths whose existing targets are updated too (<c>books</c>, <c>books.labels</c>).</summary>
    public IReadOnlyList<string> UpdateAssociationValues { get; init; } = [];

    /// <summary>
    /// Whether the server itself writes, so that values it owns (timestamps, users, keys) are taken as given.
    /// </summary>
    public bool IsInternal { get; init; }
}
