namespace Pergola.App.Describing;

/// <summary>What an action does, takes and answers, as clients are told. Who may use it is not said here: the gate knows.</summary>
/// <param name="Action">Its name in URLs.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record ActionDescription(string Action, string Summary)
{
    /// <summary>What there is to know beyond the summary; Markdown.</summary>
    public string? Details { get; init; }

    /// <summary>The parameters of the query string, as an object with one property each.</summary>
    public Shape? Query { get; init; }

    /// <summary>The body of the request; null for none.</summary>
    public Shape? Body { get; init; }

    /// <summary>What <c>data</c> of the answer holds; null for the answer <c>{}</c>.</summary>
    public Shape? Data { get; init; }

    /// <summary>Whether <c>data</c> is one page of a list, and <c>meta</c> says which.</summary>
    public bool IsPaged { get; init; }

    /// <summary>The type of the file it answers; null when it answers JSON.</summary>
    public string? File { get; init; }

    /// <summary>Whether it takes and answers what the action of this name does on every collection.</summary>
    public bool IsStandard { get; init; }

    /// <summary>Whether clients are told of it; false for one that is there to refuse what there would be otherwise.</summary>
    public bool IsOffered { get; init; } = true;
}
