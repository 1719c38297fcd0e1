using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.SignIn;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:signIn</c>: account and password against a token.</summary>
internal sealed class SignInAction(
    PasswordCheck passwords,
    SignInThrottle throttle,
    SessionBook sessions,
    SessionUsers users,
    WireOptions options
) : IAction
{
    private const string Authenticator = "basic";

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        OriginCheck.Check(context.Http.Request, options);
        var account = context.Values.Text("account") ?? context.Values.Text("email");
        if (string.IsNullOrEmpty(account))
        {
            throw new BadRequestException("Please enter your username or email", field: "account");
        }

        var id = await FindAsync(context, account, context.Values.Text("password") ?? string.Empty);
        var user = await users.FindAsync(id, context.Aborted) ?? throw Refusal();
        var session = await sessions.StartAsync(id, Authenticator, context.Aborted);
        var roles = user.User.Roles;
        var role = user.User.DefaultRole ?? (roles.Count > 0 ? roles[0] : null);
        SessionCookies.Write(context, session, Authenticator, role);
        await context.WriteDataAsync(writer => Write(writer, user.User.Record, session.Token));
    }

    private async Task<long> FindAsync(ActionContext context, string account, string password)
    {
        var address = context.Http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        throttle.Begin(account, address);
        var id = await passwords.FindAsync(account, password, context.Aborted) ?? throw Refusal();
        throttle.Succeed(account, address);
        return id;
    }

    private static UnauthenticatedException Refusal() =>
        new("The username/email or password is incorrect, please re-enter");

    private static void Write(Utf8JsonWriter writer, JsonElement record, string token)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("user");
        foreach (var property in record.EnumerateObject().Where(p => p.Name != "roles"))
        {
            property.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteString("token", token);
        writer.WriteEndObject();
    }
}
