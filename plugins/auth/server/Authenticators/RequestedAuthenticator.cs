using Pergola.App.Actions;

namespace Pergola.Plugins.Auth.Authenticators;

/// <summary>The name of the authenticator that a request asks for.</summary>
internal static class RequestedAuthenticator
{
    public const string Default = "basic";
    private const string Header = "X-Authenticator";

    /// <summary>Header, then cookie, then <c>basic</c>.</summary>
    public static string Of(ActionContext context)
    {
        var request = context.Http.Request;
        var header = request.Headers[Header].ToString();
        return header.Length > 0 ? header : request.Cookies[$"nb_authenticator_{context.App}"] ?? Default;
    }

    public static bool IsNamed(ActionContext context) => context.Http.Request.Headers.ContainsKey(Header);
}
