using Pergola.Data.Dialects;

namespace Pergola.App.Signals;

/// <summary>For an app of one process, where there is nobody else to tell.</summary>
public sealed class LonelyJournal : IChangeJournal
{
    public ValueTask<long> WriteAsync(
        WriteTransaction transaction,
        IReadOnlyList<Signal> signals,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(0L);

    public ValueTask SpreadAsync(long revision, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
