namespace Pergola.App.Acl.Rules;

/// <summary>What a role says of an action on the records of a collection.</summary>
/// <param name="Source">Where it says so.</param>
/// <param name="Rule">The rule it has for the action, null for none.</param>
/// <param name="Permission">
/// What the rule comes to for the collection; null for nothing, also where a rule about own records meets records that do not
/// note who made them.
/// </param>
public readonly record struct RuleDecision(RuleSource Source, ActionRule? Rule, Permission? Permission);

/// <summary>Where a role says what it says of an action.</summary>
public enum RuleSource
{
    /// <summary>Nowhere: it has no rules for the collection, and those for all collections do not concern it.</summary>
    Nothing,

    /// <summary>In its rules for the collection, which count alone where there are any.</summary>
    Collection,

    /// <summary>In what it may do with every collection.</summary>
    Strategy,

    /// <summary>Rules never open the action, a snippet does.</summary>
    Reserved,
}
