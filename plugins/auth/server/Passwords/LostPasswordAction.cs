using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.Authenticators;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary>
/// <c>auth:lostPassword</c>: asks for a link by e-mail. No channel for e-mail exists yet, so that the answer says so wherever
/// an authenticator allows it at all.
/// </summary>
internal sealed class LostPasswordAction(AuthenticatorList authenticators) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (!RequestedAuthenticator.IsNamed(context))
        {
            throw new BadRequestException("Missing X-Authenticator in request header", field: "X-Authenticator");
        }

        var (authenticator, _) = await authenticators.FindAsync(RequestedAuthenticator.Of(context), context.Aborted);
        if (!PasswordAuthenticator.AllowsReset(authenticator))
        {
            throw new ForbiddenException("Not allowed to reset password");
        }

        if (string.IsNullOrWhiteSpace(context.Values.Text("email")))
        {
            throw new BadRequestException("Please fill in your email address", field: "email");
        }

        context.NoteAccount(context.Values.Text("email")!);
        throw new BadRequestException("Email channel not found", field: "email");
    }
}
