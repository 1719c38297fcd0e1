using Pergola.App.Actions;
using Pergola.App.Wire;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>From where somebody signed in, so that they can tell their sessions apart.</summary>
/// <param name="UserAgent">What the client calls itself, cut to 255 characters; null when it says nothing.</param>
/// <param name="Address">Address of the client.</param>
internal sealed record SessionOrigin(string? UserAgent, string? Address)
{
    private const int Longest = 255;

    public static SessionOrigin Of(ActionContext context)
    {
        var agent = context.Http.Request.Headers.UserAgent.ToString();
        return new SessionOrigin(
            agent.Length == 0 ? null : agent[..Math.Min(agent.Length, Longest)],
            ClientAddress.Of(context.Http)
        );
    }
}
