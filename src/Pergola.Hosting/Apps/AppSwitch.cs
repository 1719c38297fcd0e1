using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Pergola.App.Plugins.Installed;
using Pergola.App.Signals;
using Pergola.Core.Errors;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading;

namespace Pergola.Hosting.Apps;

/// <summary>
/// Puts generations in charge on this node, also after another node has changed the plugins. Should anything fail before
/// that, everything is as it was.
/// </summary>
internal sealed class AppSwitch : IDisposable
{
    private const string Topic = "plugins";
    private const string Restart = "restart:";
    private readonly ProcessParts _lent;
    private readonly AppBuild _build;
    private readonly PluginStateStore _store;
    private readonly PackageShelf _shelf;
    private readonly GenerationSwitch _generations;
    private readonly PluginRollout? _rollout;
    private readonly ILogger<AppSwitch> _logger;
    private readonly ChangeSignals _signals;
    private readonly Channel<string> _others = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _own;

    public AppSwitch(
        ProcessParts lent,
        AppBuild build,
        PluginStateStore store,
        PackageShelf shelf,
        GenerationSwitch generations,
        PluginRollout? rollout,
        ILogger<AppSwitch> logger
    )
    {
        _lent = lent;
        _build = build;
        _store = store;
        _shelf = shelf;
        _generations = generations;
        _rollout = rollout;
        _logger = logger;
        _signals = new ChangeSignals(lent.Signals);
        _signals.On(Topic, Hear);
    }

    /// <summary>Id of a change; one that builds every node anew even where nothing is different says so.</summary>
    public static string NewChange(bool isRestart) =>
        (isRestart ? Restart : string.Empty) + Guid.NewGuid().ToString("n");

    public void Dispose()
    {
        _signals.Dispose();
        _turn.Dispose();
    }

    /// <summary>Builds the first generation and puts it in charge.</summary>
    /// <returns>Whether this made the installation.</returns>
    public async Task<bool> StartAsync(CancellationToken cancellationToken)
    {
        var built = await FirstAsync(await _store.ReadAsync(cancellationToken), cancellationToken);
        foreach (var entry in built.Plugins.Entries.Where(e => e is { Error: not null, Origin: not PluginOrigin.Node }))
        {
            AppLog.PluginLeftOut(_logger, entry.Name, entry.Error!);
        }

        // The installation may just have written them.
        PutInCharge(built with { States = await _store.ReadAsync(cancellationToken) });
        return built.Generation.IsNewInstallation;
    }

    /// <summary>Changes what the installation says, and this node to it; the others hear of it with the commit.</summary>
    /// <param name="change">What changes.</param>
    /// <param name="id">Id of the change.</param>
    /// <param name="begins">Called when everything is built and checked.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <exception cref="PergolaException">It cannot be; nothing has changed.</exception>
    public Task ChangeAsync(StatesChange change, string id, Action begins, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                var states = change.Of(_lent.Catalog.States);
                await SwitchAsync(
                    await _build.RunAsync(states, isStrict: true, cancellationToken),
                    async () =>
                    {
                        begins();
                        await WriteAsync(change, id, cancellationToken);
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <summary>Follows the changes of other nodes until told to stop.</summary>
    public async Task FollowAsync(CancellationToken stopping)
    {
        await foreach (var change in _others.Reader.ReadAllAsync(stopping))
        {
            string? error = null;
            try
            {
                await CatchUpAsync(change.StartsWith(Restart, StringComparison.Ordinal), stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                error = (failure as PergolaException ?? PluginFailedException.Of("Pergola", failure)).Message;
                AppLog.NotFollowed(_logger, error, failure);
            }

            await ReportAsync(change, error, stopping);
        }
    }

    /// <summary>Brings this node to what the installation says by now.</summary>
    /// <param name="isNeeded">Whether it is built anew even where nothing is different.</param>
    /// <param name="cancellationToken">Ends it before the switch.</param>
    public Task CatchUpAsync(bool isNeeded, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                var known = _lent.Catalog.States;
                var states = await _store.ReadAsync(cancellationToken);
                if (!isNeeded && states.IsAs(known))
                {
                    return;
                }

                await SwitchAsync(
                    await _build.RunAsync(states, isStrict: true, cancellationToken),
                    () => Task.CompletedTask,
                    cancellationToken
                );
                foreach (var gone in known.All.Where(s => s.Hash is not null && states.Find(s.Name) is null))
                {
                    _shelf.Remove(gone.PackageName);
                }
            },
            cancellationToken
        );

    private void Hear(string change)
    {
        if (change != Volatile.Read(ref _own))
        {
            _others.Writer.TryWrite(change);
        }
    }

    private async Task ReportAsync(string change, string? error, CancellationToken cancellationToken)
    {
        try
        {
            await _rollout!.ReportAsync(change, error, cancellationToken);
        }
        catch (UnavailableException failure)
        {
            // Whoever waits takes this node for late, and it finds its way with the next change.
            AppLog.NotFollowed(_logger, failure.Message, failure);
        }
    }

    private async Task InTurnAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nodes switch one after another, so that the others serve while one fills its caches.</summary>
    private async Task SwitchAsync(BuiltApp built, Func<Task> before, CancellationToken cancellationToken)
    {
        try
        {
            await (_rollout?.SwitchAloneAsync(SwitchNowAsync, cancellationToken) ?? SwitchNowAsync());
        }
        catch when (_lent.Catalog.States != built.States)
        {
            await built.Generation.DiscardAsync();
            throw;
        }

        async Task SwitchNowAsync()
        {
            await before();
            PutInCharge(built);
        }
    }

    private async Task WriteAsync(StatesChange change, string id, CancellationToken cancellationToken)
    {
        await using var transaction = await _lent.Database.BeginAsync(cancellationToken);
        foreach (var state in change.Written)
        {
            await _store.WriteAsync(transaction, state, cancellationToken);
        }

        foreach (var state in change.Removed)
        {
            await _store.DeleteAsync(transaction, state.Name, cancellationToken);
        }

        Volatile.Write(ref _own, id);
        _signals.RaiseWith(transaction, Topic, id);
        await transaction.CommitAsync(cancellationToken);
    }

    private void PutInCharge(BuiltApp built)
    {
        _lent.Catalog.Publish(built.Plugins.Entries, built.States);
        _ = _generations.Swap(built.Generation);
        GenerationLog.Serving(_logger, built.Generation.Number);
    }

    /// <summary>A package that has come to harm must not keep the app from starting.</summary>
    private async Task<BuiltApp> FirstAsync(PluginStates states, CancellationToken cancellationToken)
    {
        try
        {
            return await _build.RunAsync(states, isStrict: false, cancellationToken);
        }
        catch (PluginFailedException failure) when (states.Find(failure.Plugin) is { Hash: not null } state)
        {
            AppLog.PluginLeftOut(_logger, failure.Plugin, failure.Message);
            return await FirstAsync(states.With(state with { Enabled = false }), cancellationToken);
        }
    }
}
