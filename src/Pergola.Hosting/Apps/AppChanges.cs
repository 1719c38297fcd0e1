using Microsoft.Extensions.Logging;
using Pergola.App.Lifecycle;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading;

namespace Pergola.Hosting.Apps;

/// <summary>
/// Changes an app while it serves: builds the generation that is asked for, writes down what it is made of, and puts it in
/// charge. Should anything fail before that, everything is as it was.
/// </summary>
internal sealed class AppChanges(
    ProcessParts lent,
    PluginSelection selection,
    PackageIntake intake,
    PluginStateStore store,
    GenerationBuilder builder,
    GenerationSwitch generations,
    ILogger<AppChanges> logger
)
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromSeconds(60);
    private readonly CommandNotices _notices = new(lent.Notices);

    /// <summary>Builds the first generation and puts it in charge.</summary>
    /// <returns>Whether this made the installation.</returns>
    public async Task<bool> StartAsync(CancellationToken cancellationToken)
    {
        var states = await store.ReadAsync(cancellationToken);
        var (generation, plugins) = await FirstAsync(states, cancellationToken);
        foreach (var entry in plugins.Entries.Where(e => e.Error is not null))
        {
            AppLog.PluginLeftOut(logger, entry.Name, entry.Error!);
        }

        // The installation may just have written them.
        lent.Catalog.Publish(plugins.Entries, await store.ReadAsync(cancellationToken));
        _ = generations.Swap(generation);
        GenerationLog.Serving(logger, generation.Number);
        return generation.IsNewInstallation;
    }

    /// <summary>Carries out commands, one after another, until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await foreach (var pending in lent.Commands.Reader.ReadAllAsync(stopping))
        {
            try
            {
                AppLog.CommandBegins(logger, pending.Command.Name);
                await ExecuteAsync(pending.Command, stopping);
                _notices.Finished();
                pending.Complete();
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                Fail(pending, failure);
            }
        }
    }

    private void Fail(PendingCommand pending, Exception failure)
    {
        var cause = failure as PergolaException ?? PluginFailedException.Of("Pergola", failure);
        AppLog.CommandFailed(logger, pending.Command.Name, cause.Message, cause == failure ? null : failure);
        var told = CommandFailure.Of(pending.Command, cause);
        _notices.Failed(told.Message);
        pending.Fail(told);
    }

    private Task ExecuteAsync(AppCommand command, CancellationToken cancellationToken)
    {
        return command switch
        {
            SwitchPlugins change => ApplyAsync(
                command,
                PluginChange.Of(change, lent.Catalog.Current),
                isNeeded: false,
                cancellationToken
            ),
            RebuildApp => ApplyAsync(command, [], isNeeded: true, cancellationToken),
            AddPackage or AddFromFeed => AddAsync(command, cancellationToken),
            RemovePlugins remove => RemoveAsync(remove, cancellationToken),
            _ => throw new NotSupportedException(command.Name),
        };
    }

    private async Task ApplyAsync(
        AppCommand command,
        IReadOnlyList<PluginState> changed,
        bool isNeeded,
        CancellationToken cancellationToken
    )
    {
        _notices.Progress(command, "building the app anew");
        if (changed.Count == 0 && !isNeeded)
        {
            return;
        }

        var states = changed.Aggregate(lent.Catalog.States, (all, state) => all.With(state));
        var (generation, plugins) = await BuildAsync(states, isStrict: true, cancellationToken);
        try
        {
            _notices.Progress(command, "switching over");
            await using var transaction = await lent.Database.BeginAsync(cancellationToken);
            foreach (var state in changed)
            {
                await store.WriteAsync(transaction, state, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            await generation.DiscardAsync();
            throw;
        }

        lent.Catalog.Publish(plugins.Entries, states);
        _ = generations.Swap(generation);
        GenerationLog.Serving(logger, generation.Number);
    }

    private async Task AddAsync(AppCommand command, CancellationToken cancellationToken)
    {
        _notices.Progress(command, "checking the package");
        var state = await intake.TakeAsync(command, lent.Catalog.Current, cancellationToken);
        await ApplyAsync(command, [state], isNeeded: true, cancellationToken);
    }

    private async Task RemoveAsync(RemovePlugins command, CancellationToken cancellationToken)
    {
        var removed = PluginChange.Of(command, lent.Catalog.Current);
        await ApplyAsync(
            command,
            [.. removed.Select(s => s with { Enabled = false })],
            isNeeded: false,
            cancellationToken
        );
        await using (var transaction = await lent.Database.BeginAsync(cancellationToken))
        {
            foreach (var state in removed)
            {
                await store.DeleteAsync(transaction, state.Name, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        var names = removed.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var plugins = lent.Catalog.Current;
        lent.Catalog.Publish(
            [.. plugins.Entries.Where(e => !names.Contains(e.Name))],
            names.Aggregate(plugins.States, (states, name) => states.Without(name))
        );
        foreach (var state in removed)
        {
            intake.Remove(state.PackageName);
        }
    }

    /// <summary>A package that has come to harm must not keep the app from starting.</summary>
    private async Task<(Generation Generation, PluginSet Plugins)> FirstAsync(
        PluginStates states,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await BuildAsync(states, isStrict: false, cancellationToken);
        }
        catch (PluginFailedException failure) when (states.Find(failure.Plugin) is { Hash: not null } state)
        {
            AppLog.PluginLeftOut(logger, failure.Plugin, failure.Message);
            return await FirstAsync(states.With(state with { Enabled = false }), cancellationToken);
        }
    }

    private async Task<(Generation Generation, PluginSet Plugins)> BuildAsync(
        PluginStates states,
        bool isStrict,
        CancellationToken cancellationToken
    )
    {
        // Away from this thread, which code of strangers might never give back.
        var building = Task.Run(() => BuildNowAsync(states, isStrict, cancellationToken), cancellationToken);
        try
        {
            return await building.WaitAsync(BuildLimit, lent.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            _ = DiscardLateAsync(building);
            throw new BadRequestException(
                "The app could not be built within {seconds} seconds; a plugin may be stuck",
                [("seconds", $"{BuildLimit.TotalSeconds}")]
            );
        }
    }

    private async Task DiscardLateAsync(Task<(Generation Generation, PluginSet Plugins)> building)
    {
        try
        {
            await (await building).Generation.DiscardAsync();
        }
        catch (Exception failure)
        {
            AppLog.LateBuildFailed(logger, failure);
        }
    }

    private async Task<(Generation Generation, PluginSet Plugins)> BuildNowAsync(
        PluginStates states,
        bool isStrict,
        CancellationToken cancellationToken
    )
    {
        var plugins = selection.Select(states, isStrict);
        try
        {
            return (await builder.BuildAsync(plugins, cancellationToken), plugins);
        }
        catch
        {
            plugins.Unload();
            throw;
        }
    }
}
