using Pergola.Data.Fields;

namespace Pergola.App.Auth;

/// <summary>Somebody as conditions with variables read them.</summary>
/// <param name="User">Null for who is not signed in.</param>
/// <param name="Role">The role they act as; null for none.</param>
/// <param name="Values">Zones, clock, ids and user for parsing values.</param>
public readonly record struct Caller(CurrentUser? User, string? Role, ValueContext Values)
{
    /// <summary>The same acting as some roles together.</summary>
    public Caller ActingAs(IReadOnlyList<string> roles)
    {
        var role = roles is [var single] ? single : RoleNames.Union;
        return this with { Role = role, Values = Values with { Roles = roles, IsUnlimited = role == RoleNames.Root } };
    }
}
