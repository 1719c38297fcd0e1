using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Pergola.App.Actions;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>Cookies of a session, for requests that cannot carry a header (files). The API itself takes no token from them.</summary>
internal static class SessionCookies
{
    private static readonly string[] Names = ["nb_auth_token", "nb_authenticator", "nb_role", "nb_csrf_token"];

    public static void Write(ActionContext context, StartedSession session, string authenticator, string? role)
    {
        var csrf = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        string[] values = [session.Token, authenticator, role ?? string.Empty, csrf];
        for (var index = 0; index < Names.Length; index++)
        {
            context.Http.Response.Cookies.Append(
                $"{Names[index]}_{context.App}",
                values[index],
                Options(context, isHttpOnly: index < 2, session.Ends)
            );
        }
    }

    public static void Expire(ActionContext context)
    {
        foreach (var name in Names)
        {
            context.Http.Response.Cookies.Append(
                $"{name}_{context.App}",
                string.Empty,
                Options(context, isHttpOnly: false, DateTimeOffset.UnixEpoch)
            );
        }
    }

    private static CookieOptions Options(ActionContext context, bool isHttpOnly, DateTimeOffset expires) =>
        new()
        {
            Path = "/",
            Expires = expires,
            HttpOnly = isHttpOnly,
            SameSite = SameSiteMode.Lax,
            Secure = context.Http.Request.IsHttps,
        };
}
