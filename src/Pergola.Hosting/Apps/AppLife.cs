using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pergola.App.Notices;
using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;
using Pergola.App.Signals;
using Pergola.Core.Cluster.WorkerIds;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading;
using Pergola.Hosting.PluginLoading.Trials;

namespace Pergola.Hosting.Apps;

/// <summary>
/// Opens the database, builds the first generation while the server already says that it is starting, carries out changes,
/// and ends all of it when the server has stopped.
/// </summary>
public sealed class AppLife(
    ServerSettings settings,
    AppParts parts,
    GenerationSwitch generations,
    NoticeBoard notices,
    NodeLease lease,
    ILoggerFactory loggers,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
) : BackgroundService
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DevelopmentPlugins _development = new(settings.Plugins.DevelopmentFolders);
    private Database? _database;
    private ClusterMember? _member;
    private AppSwitch? _app;
    private ProcessParts? _lent;
    private ClusterParts? _cluster;
    private WorkerSlots? _workers;

    /// <summary>Completes when the app serves; fails with the reason when it cannot start.</summary>
    public Task Started => _started.Task;

    /// <summary>Whether this start made the installation.</summary>
    public bool Installed { get; private set; }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _ = generations.Swap(null);
        await generations.DrainAsync(cancellationToken);
        _app?.Dispose();
        _lent?.Dispose();
        if (_member is not null)
        {
            await _member.DisposeAsync();
        }

        await (_workers?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_cluster?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var logger = loggers.CreateLogger<AppLife>();
        try
        {
            await ListeningAsync(stoppingToken);
            LogUnused(logger);
            var changes = await OpenAsync(stoppingToken);
            Installed = await _app!.StartAsync(stoppingToken);
            _started.SetResult();
            await Task.WhenAll(
                changes.RunAsync(stoppingToken),
                _app.FollowAsync(stoppingToken),
                new DevelopmentWatch(_development, _lent!.Commands, clock).RunAsync(stoppingToken),
                _member?.RunAsync(_lent.Signals, token => _app.CatchUpAsync(isNeeded: true, token), stoppingToken)
                    ?? Task.CompletedTask
            );
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _started.TrySetCanceled(stoppingToken);
        }
        catch (Exception failure)
        {
            GenerationLog.StartFailed(logger, failure);
            _started.TrySetException(failure);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    /// <summary>
    /// A process that cannot have its port is one too many and leaves the database alone.
    /// </summary>
    private async Task ListeningAsync(CancellationToken cancellationToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(cancellationToken);
    }

    private void LogUnused(ILogger logger)
    {
        foreach (var name in UnusedVariables.Of(settings.Configuration))
        {
            GenerationLog.VariableUnused(logger, name);
        }

        ClusterLog.Remarks(logger, settings.Cluster);
    }

    private async Task<AppChanges> OpenAsync(CancellationToken cancellationToken)
    {
        var open =
            parts.Dialects.FirstOrDefault(d => d.Name == settings.Database.Dialect)
            ?? throw new ConfigurationException(
                $"DB_DIALECT is \"{settings.Database.Dialect}\", which is not built in."
            );
        _database = await open.OpenAsync(settings, loggers, cancellationToken);
        _cluster = parts.OpenCluster is { } openCluster
            ? await openCluster(settings, clock, loggers, cancellationToken)
            : ClusterParts.InMemory(clock);
        var logger = loggers.CreateLogger<AppLife>();
        _workers = await WorkerSlots.StartAsync(
            _cluster.WorkerIds,
            clock,
            failure => ClusterLog.WorkerNumberFailed(logger, failure),
            cancellationToken
        );
        var ids = _workers.Ids;
        var values = new ValueContext
        {
            Clock = clock,
            Ids = ids,
            ServerZone = settings.Localization.ServerZone,
        };
        if (open.IsShared)
        {
            _member = await ClusterMember.JoinAsync(
                _database,
                settings.Database.Naming,
                values,
                _cluster.PubSub,
                notices,
                lease,
                loggers,
                cancellationToken
            );
        }

        var signals = new SignalHub(_member?.Journal ?? new LonelyJournal());
        _lent = new ProcessParts(settings, _database, clock, ids, loggers, signals)
        {
            Notices = notices,
            Cluster = _cluster,
        };
        var shelf = new PackageShelf(settings.StoragePath, _member?.Packages);
        var selection = new PluginSelection(
            parts.Plugins,
            settings.Plugins.Presets,
            shelf,
            new NodePackages(settings.StoragePath),
            _development
        );
        _app = new AppSwitch(
            _lent,
            new AppBuild(selection, shelf, new GenerationBuilder(_lent), clock, loggers.CreateLogger<AppBuild>()),
            new PluginStateStore(_database, settings.Database.Naming, values),
            shelf,
            generations,
            _member?.Rollout,
            loggers.CreateLogger<AppSwitch>()
        );
        return new AppChanges(
            _lent,
            _app,
            new PackageIntake(_lent.Feed, shelf, new PluginTrial(parts.TrialProgram, parts.TrialLimit)),
            _member?.Rollout,
            loggers.CreateLogger<AppChanges>()
        );
    }
}

/// <summary>What the executable composes an app of.</summary>
public sealed record AppParts(IReadOnlyList<DialectRegistration> Dialects, IReadOnlyList<Plugin> Plugins)
{
    /// <summary>How to open what nodes share; null for a process that is alone.</summary>
    public OpenCluster? OpenCluster { get; init; }

    /// <summary>Path of the executable that tries plugins; null to load them in this process without a trial.</summary>
    public string? TrialProgram { get; init; }

    /// <summary>How long a plugin may take to start in its trial.</summary>
    public TimeSpan TrialLimit { get; init; } = TimeSpan.FromSeconds(30);
}
