using Pergola.App.Localization;
using Pergola.App.Plugins.Installed;

namespace Pergola.Plugins.PluginCatalog.Listing;

/// <summary>Puts together what is known of plugins: by name, by their code, and by what the installation says.</summary>
internal sealed class PluginList(InstalledPlugins catalog)
{
    private const string OwnKeyword = "Pergola";
    private static readonly string Product = typeof(PluginList).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public IReadOnlyList<ListedPlugin> All(Texts texts)
    {
        var plugins = catalog.Current;
        var known = KnownPlugins.All.Select(k => Known(k, plugins, texts));
        var further = plugins
            .Entries.Where(e => KnownPlugins.Find(e.Name) is null)
            .OrderBy(e => e.Name, StringComparer.Ordinal)
            .Select(e => Own(e, plugins, texts));
        return [.. known, .. further];
    }

    private static ListedPlugin Known(KnownPlugin known, InstalledPlugins.Content plugins, Texts texts)
    {
        var state = plugins.States.Find(known.Name);
        var entry = plugins.Find(known.Name);
        var isCarried = entry is { IsEssential: true } || plugins.ProviderOf(known.Name) is not null || known.Adapter;
        var isOn = isCarried || (entry?.IsOn(plugins.States) ?? state?.Enabled ?? false);
        var provider = entry ?? plugins.ProviderOf(known.Name);
        return new ListedPlugin
        {
            Name = known.Name,
            PackageName = known.PackageName,
            Version = Product,
            Enabled = isOn,
            Installed = isOn || (state?.Installed ?? false),
            BuiltIn =
                state is null ? null
                : state.BuiltIn ? true
                : null,
            Presence =
                isCarried ? Presence.AlwaysOn
                : entry is null ? Presence.NameOnly
                : Presence.Switchable,
            DisplayName = texts.Translate(known.Title),
            Description = texts.Translate(DescriptionOf(known, entry, provider)),
            Keyword = known.Keyword,
            Entry = provider,
            Needs = entry?.DependsOn ?? known.Needs,
            Deprecated = known.Deprecated,
        };
    }

    private static string DescriptionOf(KnownPlugin known, PluginEntry? entry, PluginEntry? provider) =>
        entry?.Description
        ?? (known.Adapter || provider is not null ? "A part of Pergola; there is nothing to switch." : null)
        ?? "Not a part of this version of Pergola. Whether it is on is kept for NocoBase.";

    private static ListedPlugin Own(PluginEntry entry, InstalledPlugins.Content plugins, Texts texts)
    {
        var isOn = entry.IsOn(plugins.States);
        return new ListedPlugin
        {
            Name = entry.Name,
            PackageName = entry.PackageName,
            Version = entry.Version,
            Enabled = isOn,
            Installed = isOn || (plugins.States.Find(entry.Name)?.Installed ?? false),
            BuiltIn = entry.Origin == PluginOrigin.BuiltIn ? true : null,
            Presence =
                entry.IsEssential ? Presence.AlwaysOn
                : entry.Origin == PluginOrigin.Node ? Presence.NameOnly
                : Presence.Switchable,
            DisplayName = texts.Translate(entry.Title ?? entry.Name),
            Description = texts.Translate(entry.Description ?? entry.Title ?? entry.Name),
            Keyword = entry.Origin == PluginOrigin.BuiltIn ? OwnKeyword : "Others",
            Entry = entry,
            Needs = entry.DependsOn,
        };
    }
}
