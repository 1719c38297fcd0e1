using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.SignIn;
using Pergola.Plugins.SystemSettings;
using Pergola.Plugins.Users;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary><c>auth:changePassword</c>: a new password against the old one. All sessions from before end.</summary>
internal sealed class ChangePasswordAction(
    PasswordCheck passwords,
    AttemptLimit attempts,
    HashingQueue hashing,
    AccountWriter accounts,
    SettingsBook settings
) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var user = context.RequireUser();
        if (!(await settings.GetAsync(context.Aborted)).AllowsPasswordChange)
        {
            throw new ForbiddenException("Password is not allowed to be changed");
        }

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
        var address = ClientAddress.Of(context.Http);
        var account = $"user {user.Id}";
        using var turn = await hashing.EnterAsync(context.Aborted);
        await attempts.BeginAsync(account, address, context.Aborted);
        if (!await passwords.IsRightAsync(user.Id, context.Values.Text("oldPassword") ?? string.Empty, context.Aborted))
        {
            throw new UnauthenticatedException("The password is incorrect, please re-enter");
        }

        await attempts.SucceedAsync(account, address, context.Aborted);
        await accounts.UpdateAsync(context, user.Id, new { password = next });
        await context.WriteDataAsync(writer => OwnRecord.Write(writer, user.Record));
    }
}
