using Microsoft.Extensions.Logging;
using Pergola.App.Lifecycle;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Errors;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading;

namespace Pergola.Hosting.Apps;

/// <summary>
/// Carries out commands about the whole app, one after another: this node first, then the others. Should a node not be able
/// to follow, all go back.
/// </summary>
internal sealed class AppChanges(
    ProcessParts lent,
    AppSwitch app,
    PackageIntake intake,
    PluginRollout? rollout,
    ILogger<AppChanges> logger
)
{
    private readonly CommandNotices _notices = new(lent.Notices);

    /// <summary>Carries out commands until told to stop.</summary>
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

    private Task ExecuteAsync(AppCommand command, CancellationToken cancellationToken) =>
        rollout?.RunAloneAsync(() => ExecuteAloneAsync(command, cancellationToken), cancellationToken)
        ?? ExecuteAloneAsync(command, cancellationToken);

    private async Task ExecuteAloneAsync(AppCommand command, CancellationToken cancellationToken)
    {
        if (rollout is not null)
        {
            // The node that changed plugins last may have ended before this one had followed.
            await app.CatchUpAsync(isNeeded: false, cancellationToken);
        }

        var plugins = lent.Catalog.Current;
        switch (command)
        {
            case SwitchPlugins change:
                await ApplyAsync(
                    command,
                    StatesChange.Write(PluginChange.Of(change, plugins)),
                    false,
                    cancellationToken
                );
                break;
            case RebuildApp:
                await ApplyAsync(command, StatesChange.None, isNeeded: true, cancellationToken);
                break;
            case AddPackage or AddFromFeed:
                _notices.Progress(command, "checking the package");
                var state = await intake.TakeAsync(command, plugins, cancellationToken);
                await ApplyAsync(command, StatesChange.Write([state]), isNeeded: true, cancellationToken);
                break;
            case RemovePlugins remove:
                await RemoveAsync(remove, plugins, cancellationToken);
                break;
            default:
                throw new NotSupportedException(command.Name);
        }
    }

    private async Task RemoveAsync(
        RemovePlugins command,
        InstalledPlugins.Content plugins,
        CancellationToken cancellationToken
    )
    {
        var removed = PluginChange.Of(command, plugins);
        await ApplyAsync(command, new StatesChange([], removed), isNeeded: false, cancellationToken);
        foreach (var state in removed)
        {
            await intake.RemoveAsync(state.PackageName, cancellationToken);
        }
    }

    private async Task ApplyAsync(
        AppCommand command,
        StatesChange change,
        bool isNeeded,
        CancellationToken cancellationToken
    )
    {
        _notices.Progress(command, "building the app anew");
        if (change.IsEmpty && !isNeeded)
        {
            return;
        }

        var before = lent.Catalog.States;
        var others = rollout is null ? [] : await rollout.OthersAsync(cancellationToken);
        var failure = await ChangeAllAsync(command, change, others, cancellationToken);
        if (failure is null)
        {
            return;
        }

        AppLog.GoingBack(logger, failure.Host, failure.Error!);
        _notices.Progress(command, "going back");
        await ChangeAllAsync(command, change.Undone(before), others, cancellationToken);
        throw new BadRequestException(
            "The node {node} cannot follow: {reason}",
            [("node", failure.Host), ("reason", failure.Error!)]
        );
    }

    /// <returns>The first other node that could not follow, null when all have.</returns>
    private async Task<PluginReport?> ChangeAllAsync(
        AppCommand command,
        StatesChange change,
        IReadOnlyList<string> others,
        CancellationToken cancellationToken
    )
    {
        var id = AppSwitch.NewChange(isRestart: change.IsEmpty);
        await app.ChangeAsync(change, id, () => _notices.Progress(command, "switching over"), cancellationToken);
        return others.Count == 0
            ? null
            : await rollout!.WaitAsync(
                id,
                others,
                done => _notices.Progress(command, $"switching over, {done + 1} of {others.Count + 1} nodes"),
                cancellationToken
            );
    }
}
