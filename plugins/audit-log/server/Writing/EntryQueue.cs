using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Pergola.Plugins.AuditLog.Entries;

namespace Pergola.Plugins.AuditLog.Writing;

/// <summary>
/// Entries on their way to the database. Requests do not wait for it, unless more is waiting than memory should hold: then
/// each waits for room, and after some seconds goes on without its entry.
/// </summary>
internal sealed class EntryQueue(TimeProvider clock, ILogger<EntryQueue> logger)
{
    private const int Room = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Channel<AuditEntry> _channel = Channel.CreateBounded<AuditEntry>(
        new BoundedChannelOptions(Room) { SingleReader = true }
    );

    private long _lost;

    public ChannelReader<AuditEntry> Reader => _channel.Reader;

    public long LostCount => Volatile.Read(ref _lost);

    public ValueTask AddAsync(AuditEntry entry) =>
        _channel.Writer.TryWrite(entry) ? ValueTask.CompletedTask : WaitAsync(entry);

    /// <summary>Takes no more entries.</summary>
    public void Close() => _channel.Writer.TryComplete();

    /// <summary>Counts entries that will never be written.</summary>
    public void Lose(int count, Exception? reason) =>
        Log.Lost(logger, count, Interlocked.Add(ref _lost, count), reason);

    private async ValueTask WaitAsync(AuditEntry entry)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            await _channel.Writer.WriteAsync(entry, patience.Token);
        }
        catch (Exception refused) when (refused is OperationCanceledException or ChannelClosedException)
        {
            Lose(1, refused);
        }
    }
}
