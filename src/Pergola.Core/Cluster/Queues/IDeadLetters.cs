namespace Pergola.Core.Cluster.Queues;

/// <summary>Messages that have failed too often, kept until somebody decides.</summary>
public interface IDeadLetters
{
    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(string channel, int most, CancellationToken cancellationToken);

    /// <summary>Puts it back into its channel as if it were new; false when there is none.</summary>
    Task<bool> RetryAsync(string channel, string id, CancellationToken cancellationToken);

    /// <summary>False when there is none.</summary>
    Task<bool> RemoveAsync(string channel, string id, CancellationToken cancellationToken);
}

/// <param name="Channel">Where it was published.</param>
/// <param name="Id">Its id.</param>
/// <param name="Body">What was published.</param>
/// <param name="Failures">How often it failed.</param>
/// <param name="Error">Why, the last time.</param>
/// <param name="DiedAt">When it was given up.</param>
public sealed record DeadLetter(
    string Channel,
    string Id,
    ReadOnlyMemory<byte> Body,
    int Failures,
    string Error,
    DateTimeOffset DiedAt
);
