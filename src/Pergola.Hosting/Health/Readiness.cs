using Microsoft.Extensions.Hosting;
using Pergola.Hosting.Generations;

namespace Pergola.Hosting.Health;

/// <summary>Whether the process should get requests: a generation serves and nobody has asked it to stop.</summary>
public sealed class Readiness(GenerationSwitch generations, IHostApplicationLifetime lifetime)
{
    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    public bool IsReady => generations.IsServing && !IsStopping;
}
