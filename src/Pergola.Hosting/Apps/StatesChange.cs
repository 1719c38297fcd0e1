using Pergola.App.Plugins.Installed;

namespace Pergola.Hosting.Apps;

/// <summary>A change of what an installation says of its plugins.</summary>
/// <param name="Written">States that are new or different.</param>
/// <param name="Removed">Plugins of which nothing is said any more.</param>
internal sealed record StatesChange(IReadOnlyList<PluginState> Written, IReadOnlyList<PluginState> Removed)
{
    public static readonly StatesChange None = new([], []);

    public bool IsEmpty => Written.Count == 0 && Removed.Count == 0;

    public static StatesChange Write(IReadOnlyList<PluginState> states) => new(states, []);

    public PluginStates Of(PluginStates before) =>
        Removed.Aggregate(Written.Aggregate(before, (all, s) => all.With(s)), (all, s) => all.Without(s.Name));

    /// <summary>The change that takes this one back.</summary>
    public StatesChange Undone(PluginStates before) =>
        new(
            [.. Written.Concat(Removed).Select(s => before.Find(s.Name)).OfType<PluginState>()],
            [.. Written.Where(s => before.Find(s.Name) is null)]
        );
}
