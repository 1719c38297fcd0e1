using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.SignIn;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary><c>auth:changePassword</c>: a new password against the old one. All sessions from before end.</summary>
internal sealed class ChangePasswordAction(PasswordCheck passwords, SignInThrottle throttle, AccountWriter accounts)
    : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var user = context.RequireUser();
        var next = context.Values.Text("newPassword");
        if (string.IsNullOrEmpty(next))
        {
            throw new BadRequestException("Please enter a password", field: "newPassword");
        }

        if (next != context.Values.Text("confirmPassword"))
        {
            throw new BadRequestException("The password is inconsistent, please re-enter", field: "confirmPassword");
        }

        // A session left open must not become a way to try out passwords.
        var address = context.Http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        var account = $"user {user.Id}";
        throttle.Begin(account, address);
        if (!await passwords.IsRightAsync(user.Id, context.Values.Text("oldPassword") ?? string.Empty, context.Aborted))
        {
            throw new UnauthenticatedException("The password is incorrect, please re-enter");
        }

        throttle.Succeed(account, address);
        await accounts.SetPasswordAsync(context, user.Id, next);
        await context.WriteDataAsync(user.Record);
    }
}
