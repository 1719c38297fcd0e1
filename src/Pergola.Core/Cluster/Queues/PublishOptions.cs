namespace Pergola.Core.Cluster.Queues;

/// <summary>When a message is delivered, and how often it is tried again.</summary>
public sealed record PublishOptions
{
    /// <summary>At once, and never again once it has failed.</summary>
    public static readonly PublishOptions Default = new();

    /// <summary>
    /// How often a message may be received without anybody completing it, failing it or giving it back. Beyond that it is
    /// taken to be what ends those who receive it.
    /// </summary>
    public const int MostLosses = 10;

    internal const string NeverCompleted = "It was received again and again and never completed.";

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    public TimeSpan Delay { get; init; }

    /// <summary>How often it is tried again after a failure.</summary>
    public int MaxRetries { get; init; }

    /// <summary>Pause before the first further try; it doubles each time, up to an hour.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Pause after a failure.</summary>
    /// <param name="failures">How often it has failed now.</param>
    internal TimeSpan PauseAfter(int failures)
    {
        var pause = BackOff * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        return pause < LongestBackOff ? pause : LongestBackOff;
    }
}
