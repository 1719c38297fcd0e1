using Microsoft.Extensions.Logging;
using Pergola.App.Signals;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;

namespace Pergola.Hosting.Cluster;

/// <summary>
/// Brings signals to the other nodes: written down with the change, hinted at once it is committed, and waited for until
/// every node that serves has followed or its lease has run out.
/// </summary>
internal sealed class ClusterJournal(
    NodeIdentity self,
    SignalTable signals,
    NodeTable nodes,
    ClusterHints hints,
    NodeTimes times,
    TimeProvider clock,
    ILogger<ClusterJournal> logger
) : IChangeJournal
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public async ValueTask<long> WriteAsync(
        WriteTransaction transaction,
        IReadOnlyList<Signal> changes,
        CancellationToken cancellationToken
    ) => await signals.AppendAsync(transaction, changes, self.Id, cancellationToken);

    public async ValueTask SpreadAsync(long revision, CancellationToken cancellationToken)
    {
        // This node has to follow as well: what it has changed itself is the only part that it knows already.
        hints.HasChanged.Beat();
        try
        {
            await WaitForOthersAsync(revision, cancellationToken);
        }
        catch (UnavailableException failure)
        {
            // What is committed stays, and the others follow once the database is back: until then nobody serves.
            NodeLog.SpreadUnsure(logger, revision, failure);
        }
    }

    private async Task WaitForOthersAsync(long revision, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var followed = hints.HasFollowed.Next;
        if (await nodes.CountBehindAsync(self.Id, revision, cancellationToken) == 0)
        {
            return;
        }

        await TellAsync(cancellationToken);
        while (clock.GetElapsedTime(began) < 2 * times.Lease)
        {
            await Task.WhenAny(followed, Task.Delay(Look, clock, cancellationToken));
            followed = hints.HasFollowed.Next;
            if (await nodes.CountBehindAsync(self.Id, revision, cancellationToken) == 0)
            {
                return;
            }
        }

        NodeLog.SpreadLate(logger, revision);
    }

    /// <summary>They look by themselves soon after.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await hints.SayChangedAsync(cancellationToken);
        }
        catch (UnavailableException failure)
        {
            NodeLog.HintLost(logger, failure);
        }
    }
}
