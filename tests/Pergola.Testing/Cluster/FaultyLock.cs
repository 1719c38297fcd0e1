using Pergola.Core.Cluster.Locking;

namespace Pergola.Testing.Cluster;

/// <summary>Locks whose leases are behind a bad connection.</summary>
public sealed class FaultyLock(ILeaseStore store, Faults faults, TimeProvider clock) : IDistributedLock
{
    private readonly LeasedLocks _locks = new(new FaultyLeaseStore(store, faults), clock);

    public Task<LockHandle?> TryAcquireAsync(
        string key,
        TimeSpan life,
        TimeSpan wait,
        CancellationToken cancellationToken
    ) => _locks.TryAcquireAsync(key, life, wait, cancellationToken);
}
