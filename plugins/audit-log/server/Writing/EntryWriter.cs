using Microsoft.Extensions.Logging;
using Pergola.App.Jobs;
using Pergola.Plugins.AuditLog.Entries;

namespace Pergola.Plugins.AuditLog.Writing;

/// <summary>
/// Writes what the queue holds, a batch at a time. What the database does not take is kept and tried again; what it still
/// does not take while it takes the rest is lost, and so is what is left when the server must end.
/// </summary>
internal sealed class EntryWriter(EntryQueue queue, EntryTable table, TimeProvider clock, ILogger<EntryWriter> logger)
    : IBackgroundWork
{
    private const int AtOnce = 500;

    /// <summary>Entries that are tried one by one before the database is taken to refuse all.</summary>
    private const int Suspects = 3;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(5);
    private readonly List<AuditEntry> _batch = new(AtOnce);

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (await queue.Reader.WaitToReadAsync(stopping))
            {
                await Task.Delay(Gathering, clock, stopping);
                while (Take())
                {
                    await WriteAsync(stopping);
                }
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // A statement that is cut off may fail in the words of its driver.
            await FinishAsync();
        }
    }

    /// <summary>Fills the batch; what could not be written before is still in it.</summary>
    private bool Take()
    {
        while (_batch.Count < AtOnce && queue.Reader.TryRead(out var entry))
        {
            _batch.Add(entry);
        }

        return _batch.Count > 0;
    }

    private async Task WriteAsync(CancellationToken stopping)
    {
        var pause = FirstPause;
        while (!await TryWriteAsync(stopping))
        {
            await Task.Delay(pause, clock, stopping);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            Take();
        }
    }

    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await table.InsertAsync(_batch, cancellationToken);
            _batch.Clear();
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotWritten(logger, _batch.Count, failure);
            return await WriteEachAsync(cancellationToken);
        }
    }

    /// <summary>An entry that the database refuses must not hold up the others; while it refuses all, they are kept.</summary>
    private async Task<bool> WriteEachAsync(CancellationToken cancellationToken)
    {
        var hasWritten = false;
        var refused = 0;
        Exception? reason = null;
        foreach (var entry in _batch.ToList())
        {
            try
            {
                await table.InsertAsync([entry], cancellationToken);
                _batch.Remove(entry);
                hasWritten = true;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                reason = failure;
                if (++refused == Suspects && !hasWritten)
                {
                    return false;
                }
            }
        }

        if (hasWritten && refused > 0)
        {
            _batch.Clear();
            queue.Lose(refused, reason);
        }

        return hasWritten;
    }

    private async Task FinishAsync()
    {
        queue.Close();
        using var last = new CancellationTokenSource(LastChance, clock);
        try
        {
            while (Take())
            {
                await table.InsertAsync(_batch, last.Token);
                _batch.Clear();
            }
        }
        catch (Exception failure)
        {
            var left = _batch.Count;
            while (queue.Reader.TryRead(out _))
            {
                left++;
            }

            queue.Lose(left, failure);
        }
    }
}
