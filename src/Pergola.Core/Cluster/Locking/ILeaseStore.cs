namespace Pergola.Core.Cluster.Locking;

/// <summary>Where leases are kept. Three atomic steps are all a backend needs for locks.</summary>
public interface ILeaseStore
{
    /// <summary>
    /// Takes a lease that nobody holds. Its fencing token is greater than every token the key had before, over the whole life
    /// of the cluster.
    /// </summary>
    /// <returns>The token, null when somebody holds it.</returns>
    Task<long?> TakeAsync(string key, TimeSpan life, CancellationToken cancellationToken);

    /// <summary>Whether the lease was still that of the token; then it lives on from now.</summary>
    Task<bool> ExtendAsync(string key, long token, TimeSpan life, CancellationToken cancellationToken);

    /// <summary>Whether the lease was still that of the token; then it is free.</summary>
    Task<bool> ReleaseAsync(string key, long token, CancellationToken cancellationToken);
}
