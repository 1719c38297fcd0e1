using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary><c>auth:checkResetToken</c>: whether a link from an e-mail still works.</summary>
[Reads]
internal sealed class CheckResetTokenAction(ResetTokens tokens) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        await tokens.ReadAsync(context.Values.Text("resetToken"), context.Aborted);
        await context.WriteDataAsync(JsonSerializer.SerializeToElement(true));
    }
}
