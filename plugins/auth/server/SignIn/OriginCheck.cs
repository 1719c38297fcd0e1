using Microsoft.AspNetCore.Http;
using Pergola.App.Wire;
using Pergola.Core.Errors;

namespace Pergola.Plugins.Auth.SignIn;

/// <summary>Signing in from a page of somebody else is refused; a script sends no origin and may.</summary>
internal static class OriginCheck
{
    /// <exception cref="ForbiddenException">The origin is neither this server's nor trusted.</exception>
    public static void Check(HttpRequest request, WireOptions options)
    {
        var origin = OriginOf(request);
        if (origin is null || IsOwn(origin, request) || options.TrustedOrigins.Any(t => t == "*" || IsSame(t, origin)))
        {
            return;
        }

        throw new ForbiddenException("Invalid sign-in origin");
    }

    /// <summary>Header <c>Origin</c>, lacking it the origin of a readable <c>Referer</c>.</summary>
    private static string? OriginOf(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            return origin;
        }

        return Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var referer)
            ? referer.GetLeftPart(UriPartial.Authority)
            : null;
    }

    private static bool IsOwn(string origin, HttpRequest request) => IsSame(origin, ClientScheme.OriginOf(request));

    private static bool IsSame(string left, string right) =>
        left.TrimEnd('/').Equals(right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
