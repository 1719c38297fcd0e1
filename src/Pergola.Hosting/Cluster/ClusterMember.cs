using Microsoft.Extensions.Logging;
using Pergola.App.Notices;
using Pergola.App.Signals;
using Pergola.Core.Cluster.PubSub;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Hosting.Cluster.Tables;

namespace Pergola.Hosting.Cluster;

/// <summary>This process as one of the nodes on a database: what ties it to the others, from joining to leaving.</summary>
internal sealed class ClusterMember : IAsyncDisposable
{
    private readonly ClusterHints _hints;
    private readonly ClusterNotices _notices;
    private readonly NodeFollower _follower;

    private ClusterMember(
        ClusterHints hints,
        ClusterNotices notices,
        NodeFollower follower,
        ClusterJournal journal,
        PluginRollout rollout,
        SharedPackages packages
    )
    {
        _hints = hints;
        _notices = notices;
        Rollout = rollout;
        Packages = packages;
        _follower = follower;
        Journal = journal;
    }

    public IChangeJournal Journal { get; }

    public PluginRollout Rollout { get; }

    public SharedPackages Packages { get; }

    /// <summary>Joins before anything else is read of the database. Nothing is served before <see cref="RunAsync"/>.</summary>
    public static async Task<ClusterMember> JoinAsync(
        Database database,
        Naming naming,
        ValueContext values,
        IPubSub pubSub,
        NoticeBoard notices,
        NodeLease lease,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        var schema = new ClusterSchema(database, naming);
        await schema.PrepareAsync(loggers, cancellationToken);
        var self = new NodeIdentity(
            Guid.NewGuid().ToString("n"),
            Environment.MachineName,
            typeof(ClusterMember).Assembly.GetName().Version?.ToString(3) ?? "0.0.0"
        );
        var times = new NodeTimes();
        var signals = new SignalTable(database, schema, values);
        var nodes = new NodeTable(database, schema, signals, values);
        var hints = new ClusterHints(pubSub);
        await hints.StartAsync(cancellationToken);
        var relay = new ClusterNotices(pubSub, notices, loggers.CreateLogger<ClusterNotices>());
        await relay.StartAsync(cancellationToken);
        var follower = new NodeFollower(
            self,
            signals,
            nodes,
            hints,
            lease,
            times,
            values.Clock,
            loggers.CreateLogger<NodeFollower>()
        );
        await follower.JoinAsync(cancellationToken);
        return new ClusterMember(
            hints,
            relay,
            follower,
            new ClusterJournal(
                self,
                signals,
                nodes,
                hints,
                times,
                values.Clock,
                loggers.CreateLogger<ClusterJournal>()
            ),
            new PluginRollout(self, nodes, database, hints, values.Clock),
            new SharedPackages(database, schema, values)
        );
    }

    /// <summary>Follows the others and lets this node serve as long as it does.</summary>
    public Task RunAsync(SignalHub hub, Func<CancellationToken, Task> rebuild, CancellationToken stopping) =>
        _follower.RunAsync(hub, rebuild, stopping);

    /// <summary>Leaves: nobody waits for this node any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _follower.LeaveAsync(CancellationToken.None);
        await _notices.DisposeAsync();
        await _hints.DisposeAsync();
    }
}
