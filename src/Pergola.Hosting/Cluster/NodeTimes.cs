namespace Pergola.Hosting.Cluster;

/// <summary>How nodes keep in step.</summary>
internal sealed record NodeTimes
{
    /// <summary>Between two looks at the revision when nothing is heard.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a node may serve after a look; as long others wait for it at most.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long signals are kept; a node that was away for longer builds its app anew.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromHours(1);
}
