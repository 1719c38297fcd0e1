namespace Pergola.Core.Cluster.WorkerIds;

/// <summary>
/// Leases the worker numbers inside record ids. A lease is a number and a range of seconds; ranges of one number never
/// overlap, whoever holds them and whatever their clocks say, so ids made of them are unique.
/// </summary>
public interface IWorkerIdAllocator
{
    /// <summary>How many numbers there are.</summary>
    public const int Slots = 256;

    /// <summary>How far beyond now a lease reaches when it is given or renewed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(120);

    /// <summary>How long a number rests between two holders.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <returns>A lease, null when all numbers are taken.</returns>
    /// <exception cref="Errors.UnavailableException">The backend does not answer.</exception>
    Task<WorkerLease?> LeaseAsync(CancellationToken cancellationToken);

    /// <summary>The lease with a later end, null when its number is somebody else's by now.</summary>
    /// <exception cref="Errors.UnavailableException">The backend does not answer.</exception>
    Task<WorkerLease?> RenewAsync(WorkerLease lease, CancellationToken cancellationToken);

    /// <summary>Ends the lease after a second, so that its number is free earlier.</summary>
    /// <exception cref="Errors.UnavailableException">The backend does not answer.</exception>
    Task ReleaseAsync(WorkerLease lease, long lastSecond, CancellationToken cancellationToken);
}
