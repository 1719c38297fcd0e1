using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.Authenticators;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.SignIn;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:signIn</c>: what the authenticator asks for against a token.</summary>
internal sealed class SignInAction(
    AuthenticatorList authenticators,
    SessionBook sessions,
    SessionUsers users,
    WireOptions options
) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        OriginCheck.Check(context.Http.Request, options);
        var (authenticator, type) = await authenticators.FindAsync(RequestedAuthenticator.Of(context), context.Aborted);
        var id = await type.SignInAsync(context, authenticator);
        var user =
            await users.FindAsync(id, context.Aborted)
            ?? throw new UnauthenticatedException("The username/email or password is incorrect, please re-enter");
        context.NoteUser(user.User);
        var session = await sessions.StartAsync(id, authenticator.Name, SessionOrigin.Of(context), context.Aborted);
        SessionCookies.Write(context, session, authenticator.Name, user.User);
        await context.WriteDataAsync(writer => Write(writer, user.User.Record, session.Token, context.Schema["users"]));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement record, string token, Collection users)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("user");
        foreach (var property in record.EnumerateObject().Where(p => users.TryGetColumn(p.Name, out _)))
        {
            property.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteString("token", token);
        writer.WriteEndObject();
    }
}
