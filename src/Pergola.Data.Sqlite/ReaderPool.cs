using System.Collections.Concurrent;

namespace Pergola.Data.Sqlite;

/// <summary>Open connections for reading. Each request gets one of its own; a few idle ones are kept.</summary>
internal sealed class ReaderPool(Func<Action<KeptConnection>, KeptConnection> open, int idleLimit) : IDisposable
{
    private readonly ConcurrentBag<KeptConnection> _idle = [];
    private volatile bool _isDisposed;

    public KeptConnection Lend()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return (_idle.TryTake(out var connection) ? connection : open(TakeBack)).Lend();
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.CloseForGood();
        }
    }

    private void TakeBack(KeptConnection connection)
    {
        if (_isDisposed || _idle.Count >= idleLimit || connection.IsDirty)
        {
            connection.CloseForGood();
            return;
        }

        _idle.Add(connection);
    }
}
