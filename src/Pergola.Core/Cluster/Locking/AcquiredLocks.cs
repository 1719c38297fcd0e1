using Pergola.Core.Errors;

namespace Pergola.Core.Cluster.Locking;

/// <summary>Locks for those who cannot go on without.</summary>
public static class AcquiredLocks
{
    /// <exception cref="ConflictException">Somebody else held it all the time.</exception>
    /// <exception cref="UnavailableException">The backend does not answer.</exception>
    public static async Task<LockHandle> AcquireAsync(
        this IDistributedLock locks,
        string key,
        TimeSpan life,
        TimeSpan wait,
        CancellationToken cancellationToken
    ) =>
        await locks.TryAcquireAsync(key, life, wait, cancellationToken)
        ?? throw new ConflictException("Somebody else is changing the same data. Please try again.");
}
