using System.Collections.Immutable;

namespace Pergola.App.Plugins.Installed;

/// <summary>The plugins of an installation by name.</summary>
public sealed class PluginStates(ImmutableDictionary<string, PluginState> states)
{
    public static readonly PluginStates Empty = new(
        ImmutableDictionary<string, PluginState>.Empty.WithComparers(StringComparer.Ordinal)
    );

    public IEnumerable<PluginState> All => states.Values;

    public PluginState? Find(string name) => states.GetValueOrDefault(name);

    /// <summary>Whether they say the same.</summary>
    public bool IsAs(PluginStates other) => states.Values.ToHashSet().SetEquals(other.All);

    public PluginStates With(PluginState state) => new(states.SetItem(state.Name, state));

    public PluginStates Without(string name) => new(states.Remove(name));
}
