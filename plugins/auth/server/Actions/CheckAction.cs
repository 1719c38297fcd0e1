using Pergola.App.Actions;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:check</c>: the current user with their roles.</summary>
[Reads]
internal sealed class CheckAction : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) => context.WriteDataAsync(context.RequireUser().Record);
}
