using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Lifecycle;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:enable</c>: switches plugins on.</summary>
internal sealed class EnablePlugins(AppCommands commands) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) => SwitchedAsync(context, commands, on: true);

    public static async ValueTask SwitchedAsync(ActionContext context, AppCommands commands, bool on)
    {
        var names = PluginNames.Of(context);
        await CommandRequest.SubmitAsync(context, commands, new SwitchPlugins(names, on));
        foreach (var name in names)
        {
            context.NoteKey(name);
        }

        await context.WriteDataAsync(json => Echo(json, context.Params.FilterByTk!.Value));
    }

    private static void Echo(Utf8JsonWriter json, JsonElement asGiven) => asGiven.WriteTo(json);
}

/// <summary><c>pm:disable</c>: switches plugins off; their tables stay.</summary>
internal sealed class DisablePlugins(AppCommands commands) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) => EnablePlugins.SwitchedAsync(context, commands, on: false);
}
