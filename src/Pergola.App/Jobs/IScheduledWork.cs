using Pergola.App.Plugins;

namespace Pergola.App.Jobs;

/// <summary>Work that is done again and again while a generation serves.</summary>
[ExtensionPoint]
public interface IScheduledWork
{
    /// <summary>
    /// Does it once. The next time comes an interval after the end of this one; should it fail, that is logged, and the next
    /// time comes all the same.
    /// </summary>
    Task RunAsync(CancellationToken stopping);
}

/// <summary>A piece of scheduled work.</summary>
/// <param name="Work">Its class; made for each run, with services of its own.</param>
/// <param name="Interval">Time between two runs.</param>
public sealed record ScheduledWork(Type Work, TimeSpan Interval);
