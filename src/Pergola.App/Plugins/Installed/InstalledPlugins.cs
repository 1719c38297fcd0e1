namespace Pergola.App.Plugins.Installed;

/// <summary>
/// The plugins of the process and what the installation says of them, as of the last change. One per process; what is read
/// from it never changes.
/// </summary>
public sealed class InstalledPlugins
{
    private volatile Content _content = new([], PluginStates.Empty);

    public IReadOnlyList<PluginEntry> Entries => _content.Entries;

    public PluginStates States => _content.States;

    /// <summary>Entries and states that belong together.</summary>
    public Content Current => _content;

    public void Publish(IReadOnlyList<PluginEntry> entries, PluginStates states) =>
        _content = new Content(entries, states);

    /// <param name="Entries">Plugins whose code is there.</param>
    /// <param name="States">What the installation says of them and of others.</param>
    public sealed record Content(IReadOnlyList<PluginEntry> Entries, PluginStates States)
    {
        public PluginEntry? Find(string name) => Entries.FirstOrDefault(e => e.Name == name);

        /// <summary>The plugin that does the work of a name of NocoBase.</summary>
        public PluginEntry? ProviderOf(string name) => Entries.FirstOrDefault(e => e.Provides.Contains(name));
    }
}
