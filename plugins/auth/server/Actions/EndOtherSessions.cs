using Pergola.App.Actions;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:endOtherSessions</c>: signs the current user out everywhere else; answers how often.</summary>
internal sealed class EndOtherSessions(RunningSessions sessions, TokenReader reader) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var userId = context.RequireUser().Id;
        var own = await OwnSession.TokenIdAsync(context, reader);
        var running = await sessions.ListAsync(userId, context.Aborted);
        var others = running.Where(session => session.TokenId != own).Select(session => session.Id).ToList();
        var ended = await sessions.EndAsync(userId, others, context.Aborted);
        await context.WriteDataAsync(json => json.WriteNumberValue(ended));
    }
}
