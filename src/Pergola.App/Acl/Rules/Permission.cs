using System.Text.Json;

namespace Pergola.App.Acl.Rules;

/// <summary>
/// What a request may do with the records of a collection by one action: everything, or what the rules of its roles leave.
/// </summary>
/// <param name="Fields">Names of the fields it is limited to; null for all.</param>
/// <param name="Scopes">Conditions of which a record must meet one; empty when every record counts.</param>
public sealed record Permission(IReadOnlyList<string>? Fields, IReadOnlyList<JsonElement> Scopes)
{
    public static readonly Permission Everything = new(null, []);

    /// <summary>No field but those that every record shows.</summary>
    public static readonly Permission Nothing = new([], []);

    /// <summary>The fields that writing is limited to; an empty list limits none.</summary>
    public IReadOnlyList<string>? WrittenFields => Fields is { Count: > 0 } ? Fields : null;

    /// <summary>Whether the role may do everything there is, also what no rule speaks of.</summary>
    public bool IsUnlimited => Fields is null && Scopes.Count == 0;
}
