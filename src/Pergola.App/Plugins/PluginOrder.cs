using System.Reflection;

namespace Pergola.App.Plugins;

/// <summary>Plugins in the order they are configured: each after those it depends on.</summary>
public static class PluginOrder
{
    public static PluginAttribute Describe(Plugin plugin) =>
        plugin.GetType().GetCustomAttribute<PluginAttribute>()
        ?? throw new InvalidOperationException($"{plugin.GetType()} carries no [Plugin] attribute.");

    /// <exception cref="InvalidOperationException">A name is taken twice, missing, or depends on itself.</exception>
    public static IReadOnlyList<Plugin> Sort(IEnumerable<Plugin> plugins)
    {
        var byName = plugins.ToDictionary(p => Describe(p).Name, StringComparer.Ordinal);
        var sorted = new List<Plugin>();
        var visiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in byName.Keys)
        {
            Visit(name, byName, sorted, visiting);
        }

        return sorted;
    }

    private static void Visit(
        string name,
        Dictionary<string, Plugin> byName,
        List<Plugin> sorted,
        HashSet<string> visiting
    )
    {
        if (!byName.TryGetValue(name, out var plugin))
        {
            throw new InvalidOperationException($"Plugin {name} is needed and not there.");
        }

        if (sorted.Contains(plugin))
        {
            return;
        }

        if (!visiting.Add(name))
        {
            throw new InvalidOperationException($"Plugin {name} depends on itself.");
        }

        foreach (var needed in Describe(plugin).DependsOn)
        {
            Visit(needed, byName, sorted, visiting);
        }

        sorted.Add(plugin);
    }
}
