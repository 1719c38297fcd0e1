using Pergola.Core.Cluster.Locking;

namespace Pergola.Testing.Cluster;

/// <summary>Leases behind a bad connection.</summary>
public sealed class FaultyLeaseStore(ILeaseStore store, Faults faults) : ILeaseStore
{
    public Task<long?> TakeAsync(string key, TimeSpan life, CancellationToken cancellationToken) =>
        faults.RunAsync(() => store.TakeAsync(key, life, cancellationToken), cancellationToken);

    public Task<bool> ExtendAsync(string key, long token, TimeSpan life, CancellationToken cancellationToken) =>
        faults.RunAsync(() => store.ExtendAsync(key, token, life, cancellationToken), cancellationToken);

    public Task<bool> ReleaseAsync(string key, long token, CancellationToken cancellationToken) =>
        faults.RunAsync(() => store.ReleaseAsync(key, token, cancellationToken), cancellationToken);
}
