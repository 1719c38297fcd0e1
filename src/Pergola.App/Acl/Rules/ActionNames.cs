using System.Collections.Frozen;

namespace Pergola.App.Acl.Rules;

/// <summary>The actions that permissions are given for, and which of them covers an action of a request.</summary>
public static class ActionNames
{
    public const string Create = "create";
    public const string View = "view";
    public const string Update = "update";
    public const string Destroy = "destroy";

    /// <summary>Request actions by the action whose permission covers them, as <c>roles:check</c> tells them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new OrderedDictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["create"] = Create,
        ["get"] = View,
        ["list"] = View,
        ["query"] = View,
        ["update"] = Update,
        ["move"] = Update,
        ["destroy"] = Destroy,
        ["export"] = "export",
        ["exportAttachments"] = "export",
    };

    /// <summary>
    /// What the rules of a collection must allow for an action; every action that is not here takes a snippet or an allowance.
    /// What looks a record up before it writes tells whether there is one, so that it takes the right to view.
    /// </summary>
    public static readonly FrozenDictionary<string, IReadOnlyList<string>> Needed = new Dictionary<
        string,
        IReadOnlyList<string>
    >(StringComparer.Ordinal)
    {
        ["get"] = [View],
        ["list"] = [View],
        ["query"] = [View],
        ["create"] = [Create],
        ["update"] = [Update],
        ["move"] = [Update],
        ["destroy"] = [Destroy],
        ["firstOrCreate"] = [Create, View],
        ["updateOrCreate"] = [Create, View, Update],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Actions that change which records a relation leads to.</summary>
    public static readonly FrozenSet<string> Links = new[] { "add", "set", "remove", "toggle" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    /// <summary>Whether an action is about records there are, so that a condition on records limits it.</summary>
    public static bool ReachesRecords(string action) => action is not (Create or "importXlsx" or "triggerNew");

    /// <summary>Whether an action shows fields of records rather than writing them.</summary>
    public static bool Shows(string action) => action is View or "export";

    /// <summary>The fields a permission limits an action to; null for all.</summary>
    public static IReadOnlyList<string>? FieldsOf(string action, Permission? permission) =>
        Shows(action) ? permission?.Fields : permission?.WrittenFields;

    /// <summary>The action of a request that stands for those a permission covers.</summary>
    public static string RequestOf(string action) => action == View ? "list" : action;

    /// <summary>Every action a permission can name.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Create,
        View,
        Update,
        Destroy,
        "export",
        "importXlsx",
        "trigger",
        "triggerNew",
    ];

    private static readonly FrozenDictionary<string, string> Covered = Aliases.ToFrozenDictionary(
        a => a.Key,
        a => a.Value,
        StringComparer.Ordinal
    );

    /// <summary>The action whose permission covers a request action: itself when there is no other.</summary>
    public static string CoverOf(string action) => Covered.GetValueOrDefault(action, action);
}
