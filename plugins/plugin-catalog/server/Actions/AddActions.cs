using Pergola.App.Actions;
using Pergola.App.Lifecycle;
using Pergola.App.Plugins.Feeds;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:add</c>: adds the plugin of an uploaded package, or of one in the feed. It is not switched on by that.</summary>
[TakesFile]
internal sealed class AddPlugin(AppCommands commands, PackageFeed feed) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) => PackageRequest.HandleAsync(context, commands, feed, false);
}

/// <summary><c>pm:update</c>: another version of a plugin that came in a package; switched over to at once when it is on.</summary>
[TakesFile]
internal sealed class UpdatePlugin(AppCommands commands, PackageFeed feed) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) => PackageRequest.HandleAsync(context, commands, feed, true);
}
