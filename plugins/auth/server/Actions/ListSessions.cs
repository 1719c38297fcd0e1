using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Actions;

/// <summary>
/// <c>auth:listSessions</c>: where the current user is signed in, the latest first. Times are in milliseconds since 1970.
/// </summary>
[Reads]
internal sealed class ListSessions(RunningSessions sessions, TokenReader reader) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var own = await OwnSession.TokenIdAsync(context, reader);
        var running = await sessions.ListAsync(context.RequireUser().Id, context.Aborted);
        await context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var session in running)
            {
                Write(json, session, isCurrent: session.TokenId == own);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, RunningSession session, bool isCurrent)
    {
        json.WriteStartObject();
        json.WriteString("id", session.Id);
        json.WriteNumber("signInTime", session.SignInTime);
        json.WriteNumber("issuedTime", session.IssuedTime);
        json.WriteString("authenticator", session.Authenticator);
        json.WriteString("userAgent", session.UserAgent);
        json.WriteString("address", session.Address);
        json.WriteBoolean("isCurrent", isCurrent);
        json.WriteEndObject();
    }
}
