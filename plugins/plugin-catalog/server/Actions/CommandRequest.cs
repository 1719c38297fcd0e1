using Pergola.App.Actions;
using Pergola.App.Lifecycle;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary>
/// Hands a command over and goes on at once; with <c>awaitResponse</c> once it is done, or with why it was not.
/// </summary>
internal static class CommandRequest
{
    /// <summary>A command about the plugins that the request names; the answer repeats the names as they were given.</summary>
    public static async ValueTask AboutPluginsAsync(
        ActionContext context,
        AppCommands commands,
        Func<IReadOnlyList<string>, AppCommand> command
    )
    {
        var names = PluginNames.Of(context);
        await SubmitAsync(context, commands, command(names));
        foreach (var name in names)
        {
            context.NoteKey(name);
        }

        await context.WriteDataAsync(context.Params.FilterByTk!.Value);
    }

    public static async ValueTask SubmitAsync(ActionContext context, AppCommands commands, AppCommand command)
    {
        var done = commands.SubmitAsync(command);
        if (context.Params.Text("awaitResponse") is "true" or "1" or "yes")
        {
            await done.WaitAsync(context.Aborted);
        }
    }
}
