namespace Pergola.Core.Cluster;

/// <summary>What adapters have to say to an operator; where it is said is the host's business.</summary>
/// <param name="Lost">A backend no longer answers: its name and why. Said once each time.</param>
/// <param name="Restored">It answers again.</param>
/// <param name="HandlerFailed">A handler of messages threw: the channel and what.</param>
public sealed record ClusterReports(
    Action<string, Exception?> Lost,
    Action<string> Restored,
    Action<string, Exception> HandlerFailed
)
{
    /// <summary>Says nothing.</summary>
    public static readonly ClusterReports None = new((_, _) => { }, _ => { }, (_, _) => { });
}
