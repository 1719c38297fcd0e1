using Pergola.App.Actions;
using Pergola.Data.Dialects;
using Pergola.Plugins.EnvironmentVariables;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Client.Actions;

/// <summary>
/// <c>app:clearCache</c>: reads settings and variables anew. What is in memory follows every change that goes through the app,
/// so this helps only after a change behind its back.
/// </summary>
internal sealed class ClearCache(Database database, SettingsBook settings, VariableBook variables) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        await using (var transaction = await database.BeginAsync(context.Aborted))
        {
            settings.ForgetWith(transaction);
            variables.ForgetWith(transaction);
            await transaction.CommitAsync(context.Aborted);
        }

        await context.WriteEmptyObjectAsync();
    }
}
