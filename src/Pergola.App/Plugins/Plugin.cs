namespace Pergola.App.Plugins;

/// <summary>A feature. The class declares what there is and does nothing else; it carries <see cref="PluginAttribute"/>.</summary>
public abstract class Plugin
{
    public abstract void Configure(PluginBuilder plugin);
}
