using Pergola.App.Acl.Rules;

namespace Pergola.App.Acl.Explaining;

/// <summary>What somebody may do by one action with the records of a collection, and what decides it.</summary>
/// <param name="Action">An action that permissions are given for, such as <c>view</c>.</param>
/// <param name="IsOffered">Whether the collection has such an action at all.</param>
/// <param name="Opening">What opens it whatever the rules say.</param>
/// <param name="Permission">What the roles they act as may together; null for nothing.</param>
/// <param name="Fixed">Conditions that hold for everybody.</param>
/// <param name="Hidden">Names of the fields they do not see; null where the action shows none.</param>
/// <param name="Roles">What each of their roles says on its own.</param>
public sealed record ActionExplanation(
    string Action,
    bool IsOffered,
    Opening Opening,
    Permission? Permission,
    IReadOnlyList<FixedFilter> Fixed,
    IReadOnlyList<string>? Hidden,
    IReadOnlyList<RoleExplanation> Roles
)
{
    public bool IsAllowed => Permission is not null;

    /// <summary>Names of the fields they are limited to; null for all.</summary>
    public IReadOnlyList<string>? Fields => ActionNames.FieldsOf(Action, Permission);
}

/// <summary>What a role of somebody says of an action on its own.</summary>
/// <param name="Role">Its name.</param>
/// <param name="Acts">Whether its rights count: it is the one they act as, or one of them.</param>
/// <param name="Opening">What opens the action to it whatever its rules say.</param>
/// <param name="Snippet">The snippet that does.</param>
/// <param name="Decision">What its rules say.</param>
public sealed record RoleExplanation(string Role, bool Acts, Opening Opening, string? Snippet, RuleDecision Decision)
{
    /// <summary>What it may; null for nothing.</summary>
    public Permission? Permission => Opening == Opening.None ? Decision.Permission : Permission.Everything;
}
