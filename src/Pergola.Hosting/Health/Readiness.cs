using Microsoft.Extensions.Hosting;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Generations;

namespace Pergola.Hosting.Health;

/// <summary>Whether the process should get requests: a generation serves and nobody has asked it to stop.</summary>
public sealed class Readiness(GenerationSwitch generations, NodeLease lease, IHostApplicationLifetime lifetime)
{
    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    public bool IsReady => generations.IsServing && lease.IsHeld && !IsStopping;
}
