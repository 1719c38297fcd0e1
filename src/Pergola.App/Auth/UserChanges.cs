using Pergola.App.Signals;
using Pergola.Data.Dialects;

namespace Pergola.App.Auth;

/// <summary>Counts the changes of what requests know of users, for those who keep it in memory.</summary>
public sealed class UserChanges
{
    private const string Topic = "users";
    private readonly ChangeSignals _signals;
    private int _count;

    public UserChanges(ChangeSignals signals)
    {
        _signals = signals;
        signals.On(Topic, _ => Interlocked.Increment(ref _count));
    }

    public int Count => Volatile.Read(ref _count);

    /// <summary>What was read of users before a transaction commits no longer counts then, on any node.</summary>
    public void NoteWith(WriteTransaction transaction) => _signals.RaiseWith(transaction, Topic, string.Empty);
}
