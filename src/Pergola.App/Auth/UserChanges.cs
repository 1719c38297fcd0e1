namespace Pergola.App.Auth;

/// <summary>Counts the changes of what requests know of users, for those who keep it in memory.</summary>
public sealed class UserChanges
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>What was read of users before no longer counts.</summary>
    public void Note() => Interlocked.Increment(ref _count);
}
