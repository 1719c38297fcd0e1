namespace Pergola.Core.Cluster.Caching;

/// <summary>
/// Values that may be lost at any time, shared by the nodes where the adapter is. Each step is atomic. A life of null means
/// as long as there is room.
/// </summary>
/// <remarks>Adapters over a network raise <see cref="Errors.UnavailableException"/> within a few seconds.</remarks>
public interface ICache
{
    /// <summary>The value, null when there is none.</summary>
    ValueTask<byte[]?> GetAsync(CacheKey key, CancellationToken cancellationToken);

    ValueTask SetAsync(CacheKey key, ReadOnlyMemory<byte> value, TimeSpan? life, CancellationToken cancellationToken);

    /// <summary>Sets the value unless there is one; whether it did.</summary>
    ValueTask<bool> AddAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    );

    /// <summary>Sets the value if the present one is as expected; whether it did.</summary>
    ValueTask<bool> ReplaceAsync(
        CacheKey key,
        ReadOnlyMemory<byte> expected,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    );

    /// <summary>Adds to a counter, which is zero while there is none and reads as decimal digits.</summary>
    ValueTask<CacheCount> CountAsync(CacheKey key, long amount, CounterLife life, CancellationToken cancellationToken);

    /// <summary>Whether there was a value.</summary>
    ValueTask<bool> RemoveAsync(CacheKey key, CancellationToken cancellationToken);

    /// <summary>Removes all values of an app, or of one of its caches.</summary>
    ValueTask RemoveAllAsync(string app, string? prefix, CancellationToken cancellationToken);
}

/// <summary>A counter after it was added to, and how long it still lives.</summary>
public readonly record struct CacheCount(long Value, TimeSpan Left);

/// <summary>How long a counter lives: from the first time it is added to, or anew from each time.</summary>
public readonly record struct CounterLife(TimeSpan Length, bool Slides = false);
