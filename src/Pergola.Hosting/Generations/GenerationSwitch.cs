using Microsoft.Extensions.Logging;

namespace Pergola.Hosting.Generations;

/// <summary>Holds the generation that serves. A new one is swapped in whole; the old one drains and ends.</summary>
public sealed class GenerationSwitch(ILogger<GenerationSwitch> logger) : IDisposable
{
    private readonly List<Task> _ending = [];
    private readonly CancellationTokenSource _hurry = new();
    private Generation? _current;

    public void Dispose() => _hurry.Dispose();

    public bool IsServing => Volatile.Read(ref _current) is not null;

    /// <summary>Leases the serving generation; false when none serves.</summary>
    public bool TryLease(out GenerationLease lease)
    {
        while (Volatile.Read(ref _current) is { } generation)
        {
            // A generation that drained between the read and the entry has a successor by now.
            if (generation.TryEnter())
            {
                lease = new GenerationLease(generation);
                return true;
            }
        }

        lease = default;
        return false;
    }

    /// <summary>
    /// Puts a generation in charge (null: none) and has the one before end by itself, once the last of those who use it has
    /// left.
    /// </summary>
    /// <returns>Ends with the one before.</returns>
    public Task Swap(Generation? next)
    {
        next?.Start();
        if (Interlocked.Exchange(ref _current, next) is not { } previous)
        {
            return Task.CompletedTask;
        }

        previous.Retire();
        var ending = EndAsync(previous);
        lock (_ending)
        {
            _ending.RemoveAll(e => e.IsCompleted);
            _ending.Add(ending);
        }

        return ending;
    }

    /// <summary>Waits for those that have been replaced to end; those that have not by then are cut off.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        Task[] ending;
        lock (_ending)
        {
            ending = [.. _ending];
        }

        await using var _ = cancellationToken.Register(_hurry.Cancel);
        await Task.WhenAll(ending);
    }

    private async Task EndAsync(Generation generation)
    {
        try
        {
            await generation.EndAsync(_hurry.Token);
        }
        catch (OperationCanceledException) when (_hurry.IsCancellationRequested)
        {
            // Cut off with requests still in it, because the process ends.
        }
        catch (Exception failure)
        {
            GenerationLog.EndFailed(logger, generation.Number, failure);
        }
    }
}
