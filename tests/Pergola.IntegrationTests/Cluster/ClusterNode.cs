using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Core.Cluster.PubSub;
using Pergola.Core.Cluster.Queues;
using Pergola.Core.Cluster.WorkerIds;
using Pergola.Testing.Cluster;

namespace Pergola.IntegrationTests.Cluster;

/// <summary>What one node of a cluster has.</summary>
public sealed record ClusterNode(
    ICache Cache,
    IPubSub PubSub,
    ILeaseStore Leases,
    IDistributedLock Locks,
    IWorkQueue Queue,
    IWorkerIdAllocator? Allocator = null
)
{
    public IWorkerIdAllocator WorkerIds =>
        Allocator ?? throw new InvalidOperationException("This backend leases no worker numbers.");

    /// <summary>The same node behind a bad connection.</summary>
    public ClusterNode With(Faults faults) =>
        new(
            new FaultyCache(Cache, faults),
            new FaultyPubSub(PubSub, faults),
            new FaultyLeaseStore(Leases, faults),
            new FaultyLock(Leases, faults, TimeProvider.System),
            new FaultyWorkQueue(Queue, faults),
            Allocator is null ? null : new FaultyWorkerIds(Allocator, faults)
        );
}
