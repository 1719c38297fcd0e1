using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;

namespace Pergola.Hosting.PluginLoading;

/// <summary>A plugin whose code has been loaded for a generation.</summary>
internal sealed record LoadedPlugin(Plugin Plugin, PluginEntry Entry, PluginLoadContext Context)
{
    /// <summary>Files of its web part by path.</summary>
    public required IReadOnlyDictionary<string, byte[]> WebFiles { get; init; }
}
