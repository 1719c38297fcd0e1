using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.App.Wire;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>Cookies of a session, for requests that cannot carry a header (files). The API itself takes no token from them.</summary>
internal static class SessionCookies
{
    private static readonly string[] Names = ["nb_auth_token", "nb_authenticator", "nb_role", "nb_csrf_token"];

    public static void Write(ActionContext context, StartedSession session, string authenticator, CurrentUser user)
    {
        var csrf = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var role = user.DefaultRole ?? (user.Roles.Count > 0 ? user.Roles[0] : string.Empty);
        string[] values = [session.Token, authenticator, role, csrf];
        for (var index = 0; index < Names.Length; index++)
        {
            Append(context, Names[index], values[index], session.Ends, isHttpOnly: index < 2);
        }
    }

    public static void Expire(ActionContext context)
    {
        foreach (var name in Names)
        {
            Append(context, name, string.Empty, DateTimeOffset.UnixEpoch, isHttpOnly: false);
        }
    }

    // Written out, as clients have been recorded to get them: the path first.
    private static void Append(
        ActionContext context,
        string name,
        string value,
        DateTimeOffset expires,
        bool isHttpOnly
    ) =>
        HeaderDictionaryExtensions.Append(
            context.Http.Response.Headers,
            "Set-Cookie",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}_{context.App}={Uri.EscapeDataString(value)}; path=/; expires={expires:R}; samesite=lax{(ClientScheme.IsHttps(context.Http.Request) ? "; secure" : "")}{(isHttpOnly ? "; httponly" : "")}"
            )
        );
}
