using Microsoft.Extensions.Logging;
using Pergola.App.Signals;
using Pergola.Core.Errors;

namespace Pergola.Hosting.Cluster;

/// <summary>
/// Keeps this node in step: looks at the revision, hands what others have changed to the generations, and renews the lease
/// once nothing is left to follow.
/// </summary>
internal sealed class NodeFollower(
    NodeIdentity self,
    SignalTable signals,
    NodeTable nodes,
    ClusterHints hints,
    NodeLease lease,
    NodeTimes times,
    TimeProvider clock,
    ILogger<NodeFollower> logger
)
{
    private const int PurgeEvery = 600;
    private long _seen;
    private bool _isFollowing;
    private bool _isAwaited;
    private bool _isLost;
    private int _looks;

    /// <summary>Before anything is read of the database: what others change from now on is followed.</summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        lease.Begin();
        _seen = await nodes.AddAsync(self, cancellationToken);
    }

    /// <param name="hub">Where generations hear of changes.</param>
    /// <param name="rebuild">Builds the app of this node anew, when too much was missed.</param>
    /// <param name="stopping">Ends it.</param>
    public async Task RunAsync(SignalHub hub, Func<CancellationToken, Task> rebuild, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var changed = hints.HasChanged.Next;
                await LookAsync(hub, rebuild, stopping);
                await Task.WhenAny(changed, Task.Delay(times.Interval, clock, stopping));
                stopping.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    /// <summary>Says that this node serves no more, so that nobody waits for it.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await nodes.RemoveAsync(self.Id, cancellationToken);
        }
        catch (UnavailableException failure)
        {
            NodeLog.LookFailed(logger, failure);
        }
    }

    private async Task LookAsync(
        SignalHub hub,
        Func<CancellationToken, Task> rebuild,
        CancellationToken cancellationToken
    )
    {
        try
        {
            while (!await IsInStepAsync(hub, rebuild, cancellationToken)) { }

            if (_isLost)
            {
                _isLost = false;
                NodeLog.InStepAgain(logger);
            }

            if (++_looks % PurgeEvery == 0)
            {
                await signals.PurgeAsync(times.Memory, cancellationToken);
                await nodes.PurgeAsync(times.Memory, cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The lease runs out meanwhile, so that nothing out of date is served; the next look tries again.
            if (!_isLost)
            {
                _isLost = true;
                NodeLog.LookFailed(logger, failure);
            }
        }
    }

    private async Task<bool> IsInStepAsync(
        SignalHub hub,
        Func<CancellationToken, Task> rebuild,
        CancellationToken cancellationToken
    )
    {
        // Others wait for a node with a lease, so that one that follows keeps it even while more comes in. Without one
        // nobody waited: everything has to be known first.
        var asked = clock.GetTimestamp();
        var isStrict = !(lease.IsHeld && _isFollowing);
        var latest = await nodes.BeatAsync(self.Id, _seen, times.Lease, isStrict, NodeFacts.Now(), cancellationToken);
        if (latest is null)
        {
            // Away for so long that the others have given this node up.
            var known = await nodes.AddAsync(self, cancellationToken);
            await RebuildAsync(rebuild, cancellationToken);
            _seen = known;
            return false;
        }

        if (!isStrict || latest == _seen)
        {
            lease.Renew(asked, times.Lease);
        }

        if (latest == _seen)
        {
            _isFollowing = true;
            await SayFollowedAsync(cancellationToken);
            return true;
        }

        _isFollowing = false;
        await FollowAsync(latest.Value, hub, rebuild, cancellationToken);
        _isFollowing = true;
        return false;
    }

    private async Task FollowAsync(
        long latest,
        SignalHub hub,
        Func<CancellationToken, Task> rebuild,
        CancellationToken cancellationToken
    )
    {
        var written = await signals.ReadAsync(_seen, latest, cancellationToken);
        if (written.Select(s => s.Revision).Distinct().Count() < latest - _seen)
        {
            await RebuildAsync(rebuild, cancellationToken);
        }
        else
        {
            foreach (var signal in written.Where(s => s.Node != self.Id).Select(s => s.Signal).Distinct())
            {
                await hub.DeliverAsync(signal, cancellationToken);
            }
        }

        _isAwaited |= written.Any(s => s.Node != self.Id);
        _seen = latest;
    }

    private Task RebuildAsync(Func<CancellationToken, Task> rebuild, CancellationToken cancellationToken)
    {
        NodeLog.Rebuilding(logger);
        return rebuild(cancellationToken);
    }

    /// <summary>Those who wait for this node find it in the table from now on.</summary>
    private async Task SayFollowedAsync(CancellationToken cancellationToken)
    {
        if (!_isAwaited)
        {
            return;
        }

        _isAwaited = false;
        try
        {
            await hints.SayFollowedAsync(cancellationToken);
        }
        catch (UnavailableException failure)
        {
            NodeLog.HintLost(logger, failure);
        }
    }
}
