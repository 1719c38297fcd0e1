using System.Globalization;
using System.Text;

namespace Pergola.Core.Cluster.Caching;

/// <summary>
/// A cache of this process. Each cache of an app has a limit of its own, so that a full one never pushes out values of
/// another, such as the counters of failed sign-ins; what was used longest ago goes first.
/// </summary>
public sealed class MemoryCache(TimeProvider clock, int mostEntries = MemoryCache.DefaultMost) : ICache
{
    public const int DefaultMost = 2000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    public ValueTask<byte[]?> GetAsync(CacheKey key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new ValueTask<byte[]?>(Find(key)?.Value.ToArray());
        }
    }

    public ValueTask SetAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            Put(key, value, Ends(life));
            return default;
        }
    }

    public ValueTask<bool> AddAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            if (Find(key) is not null)
            {
                return new ValueTask<bool>(false);
            }

            Put(key, value, Ends(life));
            return new ValueTask<bool>(true);
        }
    }

    public ValueTask<bool> ReplaceAsync(
        CacheKey key,
        ReadOnlyMemory<byte> expected,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            if (Find(key) is not { } entry || !entry.Value.AsSpan().SequenceEqual(expected.Span))
            {
                return new ValueTask<bool>(false);
            }

            Put(key, value, Ends(life));
            return new ValueTask<bool>(true);
        }
    }

    public ValueTask<CacheCount> CountAsync(
        CacheKey key,
        long amount,
        CounterLife life,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            var entry = Find(key);
            var before = entry is null ? 0 : long.Parse(entry.Value, CultureInfo.InvariantCulture);
            var ends = entry is null || life.Slides ? Ends(life.Length) : entry.Ends;
            Put(key, Encoding.ASCII.GetBytes((before + amount).ToString(CultureInfo.InvariantCulture)), ends);
            return new ValueTask<CacheCount>(
                new CacheCount(before + amount, (ends ?? DateTimeOffset.MaxValue) - clock.GetUtcNow())
            );
        }
    }

    public ValueTask<bool> RemoveAsync(CacheKey key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var found = Find(key) is not null;
            if (found)
            {
                _shelves[key.Shelf].Remove(key.Key);
            }

            return new ValueTask<bool>(found);
        }
    }

    public ValueTask RemoveAllAsync(string app, string? prefix, CancellationToken cancellationToken)
    {
        var start = CacheKey.ShelfOf(app, prefix);
        lock (_lock)
        {
            foreach (var shelf in _shelves.Keys.Where(k => k.StartsWith(start, StringComparison.Ordinal)).ToList())
            {
                _shelves.Remove(shelf);
            }

            return default;
        }
    }

    private DateTimeOffset? Ends(TimeSpan? life) => life is { } given ? clock.GetUtcNow() + given : null;

    private Entry? Find(CacheKey key)
    {
        if (!_shelves.TryGetValue(key.Shelf, out var shelf) || shelf.Find(key.Key) is not { } entry)
        {
            return null;
        }

        if (entry.Ends > clock.GetUtcNow() || entry.Ends is null)
        {
            return entry;
        }

        shelf.Remove(key.Key);
        return null;
    }

    private void Put(CacheKey key, ReadOnlyMemory<byte> value, DateTimeOffset? ends)
    {
        if (!_shelves.TryGetValue(key.Shelf, out var shelf))
        {
            _shelves[key.Shelf] = shelf = new Shelf(mostEntries);
        }

        shelf.Put(new Entry(key.Key, value.ToArray(), ends));
    }

    private sealed record Entry(string Key, byte[] Value, DateTimeOffset? Ends);

    private sealed class Shelf(int most)
    {
        private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
        private readonly LinkedList<Entry> _byUse = new();

        public Entry? Find(string key)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }

        public void Put(Entry entry)
        {
            Remove(entry.Key);
            _byKey[entry.Key] = _byUse.AddFirst(entry);
            if (_byKey.Count > most)
            {
                Remove(_byUse.Last!.Value.Key);
            }
        }

        public void Remove(string key)
        {
            if (_byKey.Remove(key, out var node))
            {
                _byUse.Remove(node);
            }
        }
    }
}
