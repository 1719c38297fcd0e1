using Pergola.App.Describing;

namespace Pergola.Plugins.UiLayout;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class UiLayoutDescriptions
{
    private const string Layout =
        "{uid: string, title: string, layoutType: string, routeName: string, routePath: string, "
        + "authCheck: boolean, enabled: boolean}";

    public static readonly IReadOnlyList<ActionDescription> Routes =
    [
        new("create", "Add an entry to the menu")
        {
            Query = "{layout?: string}",
            Body = "object",
            Data = "object",
        },
        new("update", "Change an entry of the menu")
        {
            Query = "{filterByTk: int64}",
            Body = "object",
            Data = "object[]",
        },
        new("updateOrCreate", "Change an entry of the menu, or add it")
        {
            Query = "{filterKeys: string[]}",
            Body = "object",
            Data = "object",
        },
        new("listAccessible", "List the entries of the menu that the caller may see")
        {
            Query = "{tree?: boolean, layout?: string, filter?: object, sort?: string[]}",
            Data = "object[]",
        },
        new("getAccessible", "Get an entry of the menu that the caller may see")
        {
            Query = "{filter: object}",
            Data = "object | null",
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> OfRoles =
    [
        new("add", "Show entries of the menu to a role") { Body = "int64[]" },
        new("remove", "Hide entries of the menu from a role") { Body = "int64[]" },
        new("set", "Show a role exactly these entries of the menu") { Body = "int64[]" },
    ];

    public static readonly IReadOnlyList<ActionDescription> Layouts =
    [
        new("update", "Change a layout")
        {
            Query = "{filterByTk: string}",
            Body = "object",
            Data = "object[]",
        },
        new("listEnabled", "List the layouts") { Data = Layout + "[]" },
        new("listAccessible", "List the layouts the caller may use") { Data = Layout + "[]" },
    ];
}
