using Pergola.App.Actions;
using Pergola.App.Lifecycle;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>app:restart</c>: builds the app anew while it serves.</summary>
internal sealed class RestartApp(AppCommands commands) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        await CommandRequest.SubmitAsync(context, commands, new RebuildApp("restart"));
        await context.WriteEmptyObjectAsync();
    }
}

/// <summary><c>app:refresh</c>: as a restart; clients load their pages again.</summary>
internal sealed class RefreshApp(AppCommands commands) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        await CommandRequest.SubmitAsync(context, commands, new RebuildApp("refresh"));
        await context.WriteEmptyObjectAsync();
    }
}
