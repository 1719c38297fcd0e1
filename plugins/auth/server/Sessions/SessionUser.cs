using Pergola.App.Auth;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>A user and what their sessions depend on. The record carries the roles.</summary>
/// <param name="User">The user as requests see it.</param>
/// <param name="PasswordChangedAt">Milliseconds since 1970, null when it never was.</param>
internal sealed record SessionUser(CurrentUser User, long? PasswordChangedAt);
