namespace Pergola.App.Notices;

/// <summary>Passes notices to whoever holds the open clients. One per process, so that it outlives generations.</summary>
public sealed class NoticeBoard
{
    private readonly Lock _lock = new();
    private Action<Notice>[] _readers = [];

    /// <summary>Hears every notice until disposed; must not wait.</summary>
    public IDisposable Read(Action<Notice> reader)
    {
        lock (_lock)
        {
            _readers = [.. _readers, reader];
        }

        return new Reading(this, reader);
    }

    public void Post(Notice notice)
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
