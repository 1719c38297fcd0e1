namespace Pergola.App.Notices;

/// <summary>Passes notices to whoever holds the open clients. One per process, so that it outlives generations.</summary>
public sealed class NoticeBoard
{
    private readonly Lock _lock = new();
    private Action<Notice>[] _readers = [];
    private volatile Action<Notice>? _relay;

    /// <summary>Hears every notice until disposed; must not wait.</summary>
    public IDisposable Read(Action<Notice> reader)
    {
        lock (_lock)
        {
            _readers = [.. _readers, reader];
        }

        return new Reading(this, reader);
    }

    /// <summary>Where notices go beside the readers of this process; must not wait.</summary>
    public void RelayTo(Action<Notice>? relay) => _relay = relay;

    /// <summary>For the clients of every node.</summary>
    public void Post(Notice notice)
    {
        Deliver(notice);
        _relay?.Invoke(notice);
    }

    /// <summary>For the clients of this node.</summary>
    public void Deliver(Notice notice)
    {
        foreach (var reader in Volatile.Read(ref _readers))
        {
            reader(notice);
        }
    }

    private sealed class Reading(NoticeBoard board, Action<Notice> reader) : IDisposable
    {
        public void Dispose()
        {
            lock (board._lock)
            {
                board._readers = [.. board._readers.Where(r => r != reader)];
            }
        }
    }
}
