using Pergola.App.Describing;

namespace Pergola.Plugins.Localization;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class LocalizationDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> App =
    [
        new("getSources", "List where texts come from") { Data = "{name: string, title: string}[]" },
        new("sync", "Collect texts") { Body = "{types: string[], resetTranslations?: boolean}" },
        new("publish", "Put the translations in place of what the app says now"),
        new("import", "Take translations from a table") { Body = "object" },
    ];

    public static readonly IReadOnlyList<ActionDescription> Texts =
    [
        new("list", "List texts with their translation")
        {
            Query = "{locale?: string, module?: string, keyword?: string, hasTranslation?: boolean}",
            Data = "object[]",
            IsPaged = true,
        },
        new("missing", "Note texts that nobody has seen before") { Body = "{keys: object, locale?: string}" },
    ];
}
