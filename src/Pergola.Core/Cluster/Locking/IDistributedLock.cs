namespace Pergola.Core.Cluster.Locking;

/// <summary>
/// Locks by name, of which only one node holds each. A lock is a lease that is extended while it is held, so that it becomes
/// free when its node dies. What is written under it may carry its fencing token, so that a holder who has lost it without
/// knowing can be refused.
/// </summary>
public interface IDistributedLock
{
    /// <param name="key">Name of the lock.</param>
    /// <param name="life">How long the lock outlives a node that dies; extended while it is held.</param>
    /// <param name="wait">How long to wait for whoever holds it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The lock, null when it did not become free in time.</returns>
    /// <exception cref="Errors.UnavailableException">The backend does not answer.</exception>
    Task<LockHandle?> TryAcquireAsync(string key, TimeSpan life, TimeSpan wait, CancellationToken cancellationToken);
}
