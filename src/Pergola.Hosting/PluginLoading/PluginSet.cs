using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;

namespace Pergola.Hosting.PluginLoading;

/// <summary>The plugins of one generation, and what is known of those that are not in it.</summary>
internal sealed class PluginSet(
    IReadOnlyList<Plugin> plugins,
    IReadOnlyList<Plugin> off,
    IReadOnlyList<PluginEntry> entries,
    IReadOnlyList<LoadedPlugin> loaded
)
{
    public IReadOnlyList<Plugin> Plugins { get; } = plugins;

    /// <summary>Plugins of the product that are switched off.</summary>
    public IReadOnlyList<Plugin> Off { get; } = off;

    /// <summary>Names of the plugins that have been on before, so that there may be data of an earlier version.</summary>
    public IReadOnlyCollection<string> Installed { get; init; } = [];

    /// <summary>Every plugin whose code is there, switched on or not.</summary>
    public IReadOnlyList<PluginEntry> Entries { get; } = entries;

    /// <summary>A file of the web part of a plugin that is switched on, null when there is none.</summary>
    public byte[]? FindWebFile(string packageName, string path) =>
        loaded.FirstOrDefault(p => p.Entry.PackageName == packageName)?.WebFiles.GetValueOrDefault(path);

    /// <summary>Lets go of the code that was loaded for it; the runtime drops it once nothing uses it any more.</summary>
    public void Unload()
    {
        foreach (var plugin in loaded)
        {
            plugin.Context.Unload();
        }

        if (loaded.Count > 0)
        {
            LibraryCaches.Clear();
        }
    }
}
