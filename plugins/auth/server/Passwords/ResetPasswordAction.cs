using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.SignIn;
using Pergola.Plugins.Auth.Tokens;
using Pergola.Plugins.Users;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary><c>auth:resetPassword</c>: a new password against the token of a link, which works once.</summary>
internal sealed class ResetPasswordAction(
    ResetTokens tokens,
    TokenBlacklist blacklist,
    AccountWriter accounts,
    HashingQueue hashing
) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var token = await tokens.ReadAsync(context.Values.Text("resetToken"), context.Aborted);
        var password = context.Values.Text("password");
        if (string.IsNullOrEmpty(password))
        {
            throw new BadRequestException("Please enter a password", field: "password");
        }

        using var turn = await hashing.EnterAsync(context.Aborted);
        var account = await accounts.UpdateAsync(
            context,
            token.UserId,
            new { password },
            session => blacklist.AddAsync(session.Transaction, token.Text, token.Expires, context.Aborted)
        );
        if (account is null)
        {
            throw new NotFoundException("User not found");
        }

        await context.WriteDataAsync(JsonText.Null);
    }
}
