using Pergola.App.Describing;

namespace Pergola.Plugins.SystemSettings;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class SystemSettingsDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> Settings =
    [
        new("get", "Read the settings of the app") { Data = "@systemSettings" },
        new("put", "Change settings of the app")
        {
            Details = "Settings that are not given stay as they are.",
            Body = """{raw_title?: string "Title of the app", enabledLanguages?: string[], appLang?: string}""",
            Data = "@systemSettings",
        },
    ];
}
