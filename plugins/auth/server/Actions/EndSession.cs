using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.Sessions;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:endSession</c> with <c>{"id":…}</c>: ends a session of the current user.</summary>
internal sealed class EndSession(RunningSessions sessions) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (!Guid.TryParse(context.Values.Text("id"), out var id))
        {
            throw new BadRequestException("Please enter {field}", [("field", "id")], "id");
        }

        if (await sessions.EndAsync(context.RequireUser().Id, [id], context.Aborted) == 0)
        {
            throw new NotFoundException("This session has ended already");
        }

        await context.WriteEmptyObjectAsync();
    }
}
