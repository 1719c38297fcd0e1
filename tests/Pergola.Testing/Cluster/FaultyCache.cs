using Pergola.Core.Cluster.Caching;

namespace Pergola.Testing.Cluster;

/// <summary>A cache behind a bad connection.</summary>
public sealed class FaultyCache(ICache cache, Faults faults) : ICache
{
    public async ValueTask<byte[]?> GetAsync(CacheKey key, CancellationToken cancellationToken) =>
        await faults.RunAsync(() => cache.GetAsync(key, cancellationToken).AsTask(), cancellationToken);

    public async ValueTask SetAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    ) =>
        await faults.RunAsync(
            async () =>
            {
                await cache.SetAsync(key, value, life, cancellationToken);
                return true;
            },
            cancellationToken
        );

    public async ValueTask<bool> AddAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    ) => await faults.RunAsync(() => cache.AddAsync(key, value, life, cancellationToken).AsTask(), cancellationToken);

    public async ValueTask<bool> ReplaceAsync(
        CacheKey key,
        ReadOnlyMemory<byte> expected,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    ) =>
        await faults.RunAsync(
            () => cache.ReplaceAsync(key, expected, value, life, cancellationToken).AsTask(),
            cancellationToken
        );

    public async ValueTask<CacheCount> CountAsync(
        CacheKey key,
        long amount,
        CounterLife life,
        CancellationToken cancellationToken
    ) =>
        await faults.RunAsync(() => cache.CountAsync(key, amount, life, cancellationToken).AsTask(), cancellationToken);

    public async ValueTask<bool> RemoveAsync(CacheKey key, CancellationToken cancellationToken) =>
        await faults.RunAsync(() => cache.RemoveAsync(key, cancellationToken).AsTask(), cancellationToken);

    public async ValueTask RemoveAllAsync(string app, string? prefix, CancellationToken cancellationToken) =>
        await faults.RunAsync(
            async () =>
            {
                await cache.RemoveAllAsync(app, prefix, cancellationToken);
                return true;
            },
            cancellationToken
        );
}
