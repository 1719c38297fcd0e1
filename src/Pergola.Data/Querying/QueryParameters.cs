using System.Text.Json;

namespace Pergola.Data.Querying;

/// <summary>The query parameters of a request, untrusted and unresolved.</summary>
public sealed record QueryParameters
{
    public JsonElement? Filter { get; init; }

    public IReadOnlyList<string>? Fields { get; init; }

    public IReadOnlyList<string> Except { get; init; } = [];

    public IReadOnlyList<string> Appends { get; init; } = [];

    public IReadOnlyList<string> Sort { get; init; } = [];

    public bool Tree { get; init; }

    /// <summary>Looks at the filter of the request once it is resolved, and may change or refuse it.</summary>
    public Func<FilterNode?, FilterNode?>? Guard { get; init; }

    /// <summary>Restriction that does not come from the request; holds beside its filter.</summary>
    public FilterNode? Condition { get; init; }
}
