using System.Threading.RateLimiting;
using Pergola.App.Auth;

namespace Pergola.Plugins.Auth.SignIn;

/// <summary>
/// Turns for hashing a password, which takes 16 MiB of memory and a processor for some 50 ms: half of the processors at
/// most, so that a flood of sign-ins leaves the others to everybody else, and a short queue before them.
/// </summary>
internal sealed class HashingQueue : IDisposable
{
    private const int Waiting = 32;
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    private readonly ConcurrencyLimiter _limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
            QueueLimit = Waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for a turn, which ends when it is disposed of.</summary>
    /// <exception cref="TooManyRequestsException">The queue is full.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var turn = await _limiter.AcquireAsync(permitCount: 1, cancellationToken);
        if (turn.IsAcquired)
        {
            return turn;
        }

        turn.Dispose();
        throw new TooManyRequestsException(
            "Many people are signing in right now. Please try again in a moment.",
            "TOO_MANY_AT_ONCE",
            Later
        );
    }

    public void Dispose() => _limiter.Dispose();
}
