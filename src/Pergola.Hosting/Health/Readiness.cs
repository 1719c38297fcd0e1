using Microsoft.Extensions.Hosting;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Generations;

namespace Pergola.Hosting.Health;

/// <summary>Whether the process should get requests: a generation serves and nobody has asked it to stop.</summary>
public sealed class Readiness(GenerationSwitch generations, NodeLease lease, IHostApplicationLifetime lifetime)
{
    private int _isLeaving;

    /// <summary>Serves what still comes in and wants no more.</summary>
    public bool IsStopping => _isLeaving == 1 || lifetime.ApplicationStopping.IsCancellationRequested;

    public bool IsReady => generations.IsServing && lease.IsHeld && !IsStopping;

    /// <summary>Wants no more requests from now on; false when that was said before.</summary>
    public bool Leave() => Interlocked.Exchange(ref _isLeaving, 1) == 0;
}
