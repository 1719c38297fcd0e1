using Pergola.App.Actions;
using Pergola.App.Lifecycle;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:enable</c>: switches plugins on.</summary>
internal sealed class EnablePlugins(AppCommands commands) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        CommandRequest.AboutPluginsAsync(context, commands, names => new SwitchPlugins(names, On: true));
}

/// <summary><c>pm:disable</c>: switches plugins off; their tables stay.</summary>
internal sealed class DisablePlugins(AppCommands commands) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        CommandRequest.AboutPluginsAsync(context, commands, names => new SwitchPlugins(names, On: false));
}

/// <summary><c>pm:remove</c>: removes plugins and their files; their tables stay.</summary>
internal sealed class RemovePlugin(AppCommands commands) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        CommandRequest.AboutPluginsAsync(context, commands, names => new RemovePlugins(names));
}
