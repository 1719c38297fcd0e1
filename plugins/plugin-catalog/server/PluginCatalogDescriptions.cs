using Pergola.App.Describing;

namespace Pergola.Plugins.PluginCatalog;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class PluginCatalogDescriptions
{
    private const string Plugin =
        "{packageName: string, name: string, version: string, enabled: boolean, installed: boolean, "
        + "builtIn: boolean | null, keywords: string[], displayName: string, description: string, removable: boolean}";

    private const string Switch = "{filterByTk: string, awaitResponse?: boolean}";
    private const string Package = "{packageName?: string, version?: string}";

    public static readonly IReadOnlyList<ActionDescription> Plugins =
    [
        new("list", "List the plugins") { Query = "{mode?: 'summary'}", Data = Plugin + "[]" },
        new("get", "Get one plugin") { Query = "{filterByTk: string}", Data = Plugin },
        new("listEnabled", "List the plugins that are on")
        {
            Data = "{name: string, packageName: string, url: string, clientV2Url: string}[]",
        },
        new("listEnabledV2", "List the plugins that are on, with their modules for the web client")
        {
            Data = "{name: string, packageName: string, url: string, module?: string}[]",
        },
        new("enable", "Switch plugins on") { Query = Switch, Data = "string" },
        new("disable", "Switch plugins off; their tables stay") { Query = Switch, Data = "string" },
        new("add", "Add the plugin of a package")
        {
            Query = "{awaitResponse?: boolean}",
            Body = Package,
            Data = "'ok'",
        },
        new("update", "Put another version of a plugin in its place")
        {
            Query = "{awaitResponse?: boolean}",
            Body = Package,
            Data = "'ok'",
        },
        new("remove", "Remove plugins and their files; their tables stay") { Query = Switch, Data = "string" },
        new("npmVersionList", "List the versions of a package in the feed")
        {
            Query = "{filterByTk: string}",
            Data = "string[]",
        },
        new("feed", "Search the feed for packages")
        {
            Query = "{keyword?: string}",
            Data =
                "{isThere: boolean, allowsAdding: boolean, packages: "
                + "{packageName: string, version: string, title: string, description: string, authors: string}[]}",
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> App =
    [
        new("restart", "Build the app anew while it serves"),
        new("refresh", "Build the app anew, and have clients load their pages again"),
    ];
}
