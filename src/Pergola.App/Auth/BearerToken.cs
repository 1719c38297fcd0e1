using Microsoft.AspNetCore.Http;
using Pergola.App.Actions;

namespace Pergola.App.Auth;

/// <summary>The token of a request.</summary>
public static class BearerToken
{
    private const string Scheme = "Bearer";

    /// <summary>
    /// Header <c>Authorization</c> with or without the word Bearer. Lacking it the parameter <c>token</c>, for links and
    /// pictures that cannot have a header; as addresses end up in histories and logs, one of them changes nothing.
    /// </summary>
    public static string? Of(ActionContext context)
    {
        var request = context.Http.Request;
        var header = request.Headers.Authorization.ToString().AsSpan().Trim();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            header = header[Scheme.Length..].Trim();
        }

        if (!header.IsEmpty)
        {
            return header.ToString();
        }

        var isLink =
            (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && context.Target.Action.IsDefined(typeof(ReadsAttribute), inherit: false);
        return isLink && context.Params.Text("token") is { Length: > 0 } token ? token : null;
    }
}
