using Pergola.Data.Dialects;

namespace Pergola.Hosting.Cluster;

/// <summary>
/// Brings a change of plugins to all nodes: one change at a time in the whole cluster, and of its nodes one after another.
/// </summary>
internal sealed class PluginRollout(
    NodeIdentity self,
    NodeTable nodes,
    Database database,
    ClusterHints hints,
    TimeProvider clock
)
{
    private const string ChangeLock = "pergola:plugins";
    private const string SwitchLock = "pergola:plugin-switch";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a node may take, beside those that switch before it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Works while no other node changes plugins.</summary>
    public Task RunAloneAsync(Func<Task> work, CancellationToken cancellationToken) =>
        database.RunLockedAsync(ChangeLock, _ => work(), cancellationToken);

    /// <summary>Works while no other node switches over.</summary>
    public Task SwitchAloneAsync(Func<Task> work, CancellationToken cancellationToken) =>
        database.RunLockedAsync(SwitchLock, _ => work(), cancellationToken);

    /// <summary>Ids of the other nodes that serve.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(CancellationToken cancellationToken) =>
        [.. (await nodes.ReportsAsync(cancellationToken)).Select(r => r.Node).Where(n => n != self.Id)];

    /// <summary>Says how a change went here.</summary>
    public async Task ReportAsync(string change, string? error, CancellationToken cancellationToken)
    {
        await nodes.ReportAsync(self.Id, change, error, cancellationToken);
        await hints.SayFollowedAsync(cancellationToken);
    }

    /// <summary>Waits until these nodes have followed a change or serve no more.</summary>
    /// <param name="change">Id of the change.</param>
    /// <param name="others">The nodes that served when it was committed.</param>
    /// <param name="progress">Hears how many have followed.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The first that could not follow, null when all have.</returns>
    public async Task<PluginReport?> WaitAsync(
        string change,
        IReadOnlyCollection<string> others,
        Action<int> progress,
        CancellationToken cancellationToken
    )
    {
        var waiting = others.ToHashSet(StringComparer.Ordinal);
        var began = clock.GetTimestamp();
        while (waiting.Count > 0)
        {
            var followed = hints.HasFollowed.Next;
            var reports = await nodes.ReportsAsync(cancellationToken);
            waiting.IntersectWith(reports.Select(r => r.Node));
            foreach (var report in reports.Where(r => r.Change == change && waiting.Remove(r.Node)))
            {
                if (report.Error is not null)
                {
                    return report;
                }
            }

            progress(others.Count - waiting.Count);
            if (waiting.Count > 0 && clock.GetElapsedTime(began) > Patience)
            {
                var late = reports.First(r => waiting.Contains(r.Node));
                return late with { Error = "It has not switched over in time" };
            }

            await Task.WhenAny(followed, Task.Delay(Look, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return null;
    }
}
