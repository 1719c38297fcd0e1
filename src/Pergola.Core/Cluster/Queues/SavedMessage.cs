namespace Pergola.Core.Cluster.Queues;

/// <summary>A message of a queue in memory, to be kept while the process is not there.</summary>
public sealed record SavedMessage(
    string Channel,
    byte[] Body,
    DateTimeOffset Due,
    int Failures,
    int Losses,
    int MaxRetries
)
{
    public TimeSpan BackOff { get; init; }

    public string Error { get; init; } = "";

    /// <summary>When it was given up, null when it was not.</summary>
    public DateTimeOffset? DiedAt { get; init; }
}
