using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Core.Cluster.PubSub;
using Pergola.Core.Cluster.Queues;
using Pergola.Core.Cluster.WorkerIds;

namespace Pergola.Hosting.Cluster;

/// <summary>What a node shares with the others. Lives as long as the process.</summary>
public sealed record ClusterParts(
    ICache Cache,
    IPubSub PubSub,
    IDistributedLock Locks,
    IWorkQueue Queue,
    IWorkerIdAllocator WorkerIds
) : IAsyncDisposable
{
    /// <summary>What stands behind them and ends with them, the first last.</summary>
    public IReadOnlyList<IAsyncDisposable> Backends { get; init; } = [];

    /// <summary>For a process that is alone.</summary>
    public static ClusterParts InMemory(TimeProvider clock, int mostCached = MemoryCache.DefaultMost) =>
        new(
            new MemoryCache(clock, mostCached),
            new MemoryPubSub(),
            new LeasedLocks(new MemoryLeaseStore(clock), clock),
            new MemoryWorkQueue(clock),
            new MemoryWorkerIds(clock)
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var backend in Backends.Reverse())
        {
            await backend.DisposeAsync();
        }
    }
}
