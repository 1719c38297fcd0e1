namespace Pergola.Plugins.Localization.Texts;

/// <summary>A text that can be translated.</summary>
/// <param name="Id">Key of its row.</param>
/// <param name="Module"><c>resources.</c> and the namespace it belongs to.</param>
/// <param name="Text">What stands in the source; the key of its translations.</param>
internal sealed record TextEntry(long Id, string Module, string Text)
{
    public const string ModulePrefix = "resources.";

    private const string Package = "@nocobase/plugin-";

    /// <summary>The plugin, by its short name; existing installations have some under the name of the package.</summary>
    public string Namespace => Without(Package, Without(ModulePrefix, Module));

    private static string Without(string prefix, string name) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
}

/// <summary>A translation as it is stored.</summary>
internal sealed record Translation(long Id, long TextId, string Locale, string Text);
