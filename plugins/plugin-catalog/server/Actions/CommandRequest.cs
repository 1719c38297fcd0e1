using Pergola.App.Actions;
using Pergola.App.Lifecycle;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary>
/// Hands a command over and answers at once with the names as they were given; with <c>awaitResponse</c> once it is done, or
/// with why it was not.
/// </summary>
internal static class CommandRequest
{
    public static async ValueTask SubmitAsync(ActionContext context, AppCommands commands, AppCommand command)
    {
        var done = commands.SubmitAsync(command);
        if (context.Params.Text("awaitResponse") is "true" or "1" or "yes")
        {
            await done.WaitAsync(context.Aborted);
        }
    }
}
