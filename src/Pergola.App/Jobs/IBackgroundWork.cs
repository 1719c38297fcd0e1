using Pergola.App.Plugins;

namespace Pergola.App.Jobs;

/// <summary>Work that runs beside the requests of a generation, from when it serves until it has drained.</summary>
[ExtensionPoint]
public interface IBackgroundWork
{
    /// <summary>
    /// Runs until <paramref name="stopping"/>; then it has a few seconds to finish what it holds. Should it fail, it is
    /// started again.
    /// </summary>
    Task RunAsync(CancellationToken stopping);
}
