using Pergola.Core.Errors;

namespace Pergola.Testing.Cluster;

/// <summary>
/// What goes wrong between a node and its backend. The same seed goes wrong in the same way. A request may be lost before it
/// is carried out or its answer after; the caller sees no difference.
/// </summary>
public sealed class Faults(int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>Share of the requests that are carried out late.</summary>
    public double Late { get; init; }

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Share of the requests or messages that get lost on their way.</summary>
    public double Lost { get; init; }

    /// <summary>Share of the requests whose answer gets lost.</summary>
    public double Unanswered { get; init; }

    /// <summary>Share of the requests or messages that arrive twice.</summary>
    public double Doubled { get; init; }

    /// <summary>Nothing arrives at all.</summary>
    public bool IsDisconnected { get; private set; }

    /// <summary>Connected again.</summary>
    public event EventHandler? Reconnected;

    public void Disconnect() => IsDisconnected = true;

    public void Reconnect()
    {
        IsDisconnected = false;
        Reconnected?.Invoke(this, EventArgs.Empty);
    }

    public bool Happens(double share)
    {
        lock (_lock)
        {
            return share > 0 && _random.NextDouble() < share;
        }
    }

    /// <summary>Carries out a request, or not, or twice.</summary>
    /// <exception cref="UnavailableException">The request or its answer was lost.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        await DelayAsync(cancellationToken);
        if (IsDisconnected || Happens(Lost))
        {
            throw Unavailable();
        }

        if (Happens(Doubled))
        {
            await request();
        }

        var answer = await request();
        return IsDisconnected || Happens(Unanswered) ? throw Unavailable() : answer;
    }

    public async Task DelayAsync(CancellationToken cancellationToken)
    {
        if (Happens(Late))
        {
            TimeSpan delay;
            lock (_lock)
            {
                delay = LongestDelay * _random.NextDouble();
            }

            await Task.Delay(delay, cancellationToken);
        }
    }

    private static UnavailableException Unavailable() => new("The backend cannot be reached", TimeSpan.FromSeconds(1));
}
