using Pergola.App.Plugins;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>Finds out who a token belongs to.</summary>
[ExtensionPoint]
public interface ITokenCheck
{
    /// <exception cref="UnauthenticatedException">The token is wrong, expired or blocked, or its user is gone.</exception>
    ValueTask<TokenHolder> CheckAsync(string token, CancellationToken cancellationToken);
}

/// <summary>Who a token belongs to.</summary>
/// <param name="User">The user.</param>
/// <param name="Role">The only role the token may act as, null when the request may choose.</param>
public sealed record TokenHolder(CurrentUser User, string? Role);
