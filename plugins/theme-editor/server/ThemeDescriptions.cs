using Pergola.App.Describing;

namespace Pergola.Plugins.ThemeEditor;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class ThemeDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> Users =
    [
        new("updateTheme", "Choose a theme for oneself") { Body = "{themeId: int64 | null}" },
    ];
}
