using Pergola.Core.Cluster.WorkerIds;

namespace Pergola.Testing.Cluster;

/// <summary>Worker numbers behind a bad connection. A lease whose answer is lost ends by itself.</summary>
public sealed class FaultyWorkerIds(IWorkerIdAllocator allocator, Faults faults) : IWorkerIdAllocator
{
    public Task<WorkerLease?> LeaseAsync(CancellationToken cancellationToken) =>
        faults.RunAsync(() => allocator.LeaseAsync(cancellationToken), cancellationToken);

    public Task<WorkerLease?> RenewAsync(WorkerLease lease, CancellationToken cancellationToken) =>
        faults.RunAsync(() => allocator.RenewAsync(lease, cancellationToken), cancellationToken);

    public Task ReleaseAsync(WorkerLease lease, long lastSecond, CancellationToken cancellationToken) =>
        faults.RunAsync(
            async () =>
            {
                await allocator.ReleaseAsync(lease, lastSecond, cancellationToken);
                return true;
            },
            cancellationToken
        );
}
