using Pergola.Core.Errors;

namespace Pergola.Core.Cluster.Locking;

/// <summary>A lock that is held until it is disposed or lost.</summary>
public sealed class LockHandle : IAsyncDisposable
{
    private readonly ILeaseStore _store;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _life;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly ITimer _expiry;
    private readonly Task _extending;
    private LeaseSpan _span;
    private bool _isOver;

    internal LockHandle(ILeaseStore store, TimeProvider clock, string key, long token, TimeSpan life, LeaseSpan span)
    {
        _store = store;
        _clock = clock;
        _life = life;
        _span = span;
        Key = key;
        Token = token;
        _expiry = clock.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _ = Arm();
        _extending = ExtendAsync();
    }

    public string Key { get; }

    /// <summary>Greater than that of everybody who held this lock before.</summary>
    public long Token { get; }

    /// <summary>Fires when the lock could not be extended in time, before anybody else can have it.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>
    /// Whether the lock is held at this very moment. Known from the local clock alone, so right even in a process that was
    /// frozen and whose timers have not fired yet.
    /// </summary>
    public bool IsHeld
    {
        get
        {
            lock (_lock)
            {
                return !_isOver && Left > TimeSpan.Zero;
            }
        }
    }

    // Clocks do not run equally fast, so it ends here a little earlier.
    private TimeSpan Left => (_life * 0.9) - _span.Elapsed;

    /// <exception cref="ConflictException">The lock is no longer held.</exception>
    public void ThrowIfLost()
    {
        if (!IsHeld)
        {
            throw new ConflictException("A lock was lost before the change was made. Please try again.");
        }
    }

    /// <summary>Gives the lock back, if it is still this one's.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        if (_ended.IsCancellationRequested)
        {
            return;
        }

        await _ended.CancelAsync();
        await _expiry.DisposeAsync();
        await _extending;
        try
        {
            await _store.ReleaseAsync(Key, Token, CancellationToken.None);
        }
        catch (UnavailableException)
        {
            // It becomes free when its life is over.
        }
    }

    private async Task ExtendAsync()
    {
        // Not on the thread of whoever asks for the lock.
        await Task.Yield();
        var pause = _life / 3;
        while (!_ended.IsCancellationRequested && !_lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, _clock, _ended.Token);
                if (!IsHeld)
                {
                    Expire();
                    return;
                }

                var asked = new LeaseSpan(_clock);
                if (!await _store.ExtendAsync(Key, Token, _life, _ended.Token) || !Continue(asked))
                {
                    Lose();
                    return;
                }

                pause = _life / 3;
            }
            catch (OperationCanceledException) when (_ended.IsCancellationRequested)
            {
                return;
            }
            catch (UnavailableException)
            {
                pause = _life / 20;
            }
            catch (Exception)
            {
                // Whoever holds it is told, and asks what is wrong when acquiring it again.
                Lose();
                throw;
            }
        }
    }

    /// <summary>False when the lease had ended here before the answer came.</summary>
    private bool Continue(LeaseSpan asked)
    {
        lock (_lock)
        {
            if (_isOver || Left <= TimeSpan.Zero)
            {
                return false;
            }

            _span = asked;
            return true;
        }
    }

    private void Expire()
    {
        if (!Arm())
        {
            Lose();
        }
    }

    /// <summary>Sets the timer to the end of the lease; false when that has passed.</summary>
    private bool Arm()
    {
        lock (_lock)
        {
            var left = Left;
            return _isOver || (left > TimeSpan.Zero && _expiry.Change(left, Timeout.InfiniteTimeSpan));
        }
    }

    private void Lose()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
        }

        _lost.Cancel();
    }
}
