using Pergola.App.Actions;
using Pergola.App.Plugins;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>Finds out who a token belongs to.</summary>
[ExtensionPoint]
public interface ITokenCheck
{
    /// <exception cref="UnauthenticatedException">The token is wrong, expired or blocked, or its user is gone.</exception>
    /// <remarks>May set headers of the answer, such as a renewed token.</remarks>
    ValueTask<TokenHolder> CheckAsync(string token, ActionContext context);

    /// <summary>The user of a token that counts at this moment, else null; nothing is renewed.</summary>
    ValueTask<CurrentUser?> FindUserAsync(string token, CancellationToken cancellationToken);
}

/// <summary>Who a token belongs to.</summary>
/// <param name="User">The user.</param>
/// <param name="Role">The only role the token may act as, null when the request may choose.</param>
/// <param name="ApiKey">Id of the API key the token is, null for the token of a session.</param>
public sealed record TokenHolder(CurrentUser User, string? Role, string? ApiKey = null);
