using Pergola.App.Describing;

namespace Pergola.Plugins.Client;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class ClientDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> App =
    [
        new("getInfo", "Get version, language and theme of the app") { Data = "object" },
        new("getLang", "Get the texts of a language") { Query = "{locale?: string, ns?: string}", Data = "object" },
        new("getPortals", "List the ways into the app") { Data = "{apps: object[], portals: object[]}" },
        new("clearCache", "Have settings and variables read anew"),
    ];

    public static readonly IReadOnlyList<ActionDescription> License =
    [
        new("is-exists", "Ask whether there is a licence key") { Data = "boolean" },
        new("license-validate", "Ask whether the licence is in order") { Data = "object" },
    ];
}
