namespace Pergola.Hosting.Generations;

/// <summary>Holds the generation that serves. A new one is swapped in whole; the old one drains and ends.</summary>
public sealed class GenerationSwitch
{
    private Generation? _current;

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

    /// <summary>Puts a generation in charge (null: none) and ends the one before; returns once that has drained.</summary>
    public async Task SwapAsync(Generation? next, CancellationToken cancellationToken)
    {
        next?.Start();
        var previous = Interlocked.Exchange(ref _current, next);
        if (previous is null)
        {
            return;
        }

        previous.Leave();
        await previous.EndAsync(cancellationToken);
    }
}
