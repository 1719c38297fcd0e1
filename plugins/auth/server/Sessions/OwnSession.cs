using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>The session that a request belongs to.</summary>
internal static class OwnSession
{
    /// <returns>Id of the token, null for an API key.</returns>
    public static async ValueTask<string?> TokenIdAsync(ActionContext context, TokenReader reader) =>
        // A token that has just been renewed is known by its successor.
        (
            context.Http.Response.Headers["x-new-token"].ToString() is { Length: > 0 } renewed
                ? renewed
                : BearerToken.Of(context)
        )
            is { } token
        && await reader.ReadAsync(token) is { IsSession: true } claims
            ? claims.Id
            : null;
}
