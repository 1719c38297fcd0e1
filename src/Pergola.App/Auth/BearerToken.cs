using Microsoft.AspNetCore.Http;

namespace Pergola.App.Auth;

/// <summary>The token of a request.</summary>
public static class BearerToken
{
    private const string Scheme = "Bearer";

    /// <summary>Header <c>Authorization</c> with or without the word Bearer, else the parameter <c>token</c>.</summary>
    public static string? Of(HttpRequest request, Func<string, string?> parameter)
    {
        var header = request.Headers.Authorization.ToString().AsSpan().Trim();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            header = header[Scheme.Length..].Trim();
        }

        if (!header.IsEmpty)
        {
            return header.ToString();
        }

        return parameter("token") is { Length: > 0 } token ? token : null;
    }
}
