using Microsoft.Extensions.Logging;
using Pergola.App.Auth;
using Pergola.App.Lifecycle;
using Pergola.App.Notices;
using Pergola.App.Plugins;
using Pergola.App.Plugins.Feeds;
using Pergola.App.Plugins.Installed;
using Pergola.App.Signals;
using Pergola.Core.Ids;
using Pergola.Data.Dialects;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Generations;

/// <summary>What belongs to the process and outlives the generations it is lent to.</summary>
public sealed record ProcessParts(
    ServerSettings Settings,
    Database Database,
    TimeProvider Clock,
    SnowflakeIds Ids,
    ILoggerFactory Loggers,
    SignalHub Signals
) : IDisposable
{
    public UserChanges Users { get; } = new(new ChangeSignals(Signals));

    public AppCommands Commands { get; } = new();

    public InstalledPlugins Catalog { get; } = new();

    public NoticeBoard Notices { get; init; } = new();

    /// <summary>Ended by whoever opened it.</summary>
    public ClusterParts Cluster { get; init; } = ClusterParts.InMemory(Clock);

    public KeptParts Kept { get; } = new(Clock);

    public PackageFeed Feed { get; } = new(Settings.Plugins.Feed);

    public void Dispose()
    {
        Kept.Dispose();
        Feed.Dispose();
    }
}
