using Pergola.Data.Dialects;

namespace Pergola.App.Signals;

/// <summary>
/// A value of the database that is read once and again after the signal of its topic. What was read while the signal came is
/// handed to those who waited for it and not kept.
/// </summary>
public sealed class Remembered<T>
    where T : class
{
    private readonly Func<CancellationToken, Task<T>> _read;
    private readonly ChangeSignals _signals;
    private readonly string _topic;
    private readonly Lock _lock = new();
    private volatile T? _known;
    private int _changes;

    public Remembered(ChangeSignals signals, string topic, Func<CancellationToken, Task<T>> read)
    {
        _signals = signals;
        _topic = topic;
        _read = read;
        signals.On(topic, _ => Forget());
    }

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known)
        {
            return known;
        }

        var seen = Volatile.Read(ref _changes);
        var read = await _read(cancellationToken);
        lock (_lock)
        {
            if (_changes == seen)
            {
                _known = read;
            }
        }

        return read;
    }

    /// <summary>Says that it changes with a transaction.</summary>
    public void ForgetWith(WriteTransaction transaction) => _signals.RaiseWith(transaction, _topic, string.Empty);

    private void Forget()
    {
        lock (_lock)
        {
            _changes++;
            _known = null;
        }
    }
}
