using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Core.Cluster.PubSub;
using Pergola.Core.Cluster.Queues;
using Pergola.Core.Cluster.WorkerIds;

namespace Pergola.IntegrationTests.Cluster;

public class MemoryClusterFixture : ClusterFixture
{
    private readonly MemoryCache _cache = new(TimeProvider.System);
    private readonly MemoryBus _bus = new();
    private readonly MemoryLeaseStore _leases = new(TimeProvider.System);
    private readonly MemoryWorkQueue _queue = new(TimeProvider.System);
    private readonly MemoryWorkerIds _workerIds = new(TimeProvider.System);

    public override string? Missing => null;

    public override Task<ClusterNode> JoinAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            new ClusterNode(
                _cache,
                new MemoryPubSub(_bus),
                _leases,
                new LeasedLocks(_leases, TimeProvider.System),
                _queue,
                _workerIds
            )
        );
}
