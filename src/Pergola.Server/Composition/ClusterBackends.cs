using System.Security.Cryptography;
using System.Text;
using Pergola.Cluster.PostgreSql;
using Pergola.Cluster.Redis;
using Pergola.Core.Cluster;
using Pergola.Core.Cluster.Queues;
using Pergola.Data.PostgreSql;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Configuration;

namespace Pergola.Server.Composition;

/// <summary>What the nodes share stands on: Redis where it is configured, else the database, else memory.</summary>
internal static class ClusterBackends
{
    // Beside those of requests, so that nobody loses a lease because requests have taken all connections.
    private const int Connections = 6;
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(4);

    public static async Task<ClusterParts> OpenAsync(
        ServerSettings settings,
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        var logger = loggers.CreateLogger<ClusterParts>();
        var opened = new List<IAsyncDisposable>();
        try
        {
            var reports = ClusterLog.To(logger);
            var database = await OpenDatabaseAsync(settings, clock, loggers, reports, cancellationToken);
            if (database is not null)
            {
                opened.Add(database);
            }

            var options = settings.Cluster;
            var onDatabase = database is not null;
            var (cache, pubSub) = (options.Cache(onDatabase), options.PubSub(onDatabase));
            var (locks, queue) = (options.Locks(onDatabase), options.Queue(onDatabase));
            var servers = new Dictionary<RedisUrl, RedisCluster>();
            foreach (
                var url in new[] { cache, pubSub, locks, queue }.Select(b => b.Redis).OfType<RedisUrl>().Distinct()
            )
            {
                var installation = database?.Installation ?? InstallationOf(settings);
                servers[url] = await RedisCluster.OpenAsync(url, installation, clock, reports, cancellationToken);
                opened.Add(servers[url]);
            }

            RedisCluster? On(ClusterBackend backend) => backend.Redis is { } url ? servers[url] : null;
            PostgreSqlCluster? Of(ClusterBackend backend) => backend.OnDatabase ? database : null;
            var memory = ClusterParts.InMemory(clock, options.CacheMemoryMax);
            if (queue == ClusterBackend.Memory && memory.Queue is MemoryWorkQueue work)
            {
                var path = Path.Combine(settings.StoragePath, "apps", "main", "work-queue.json");
                opened.Add(await QueueFile.OpenAsync(path, work, logger, cancellationToken));
            }

            ClusterLog.Standing(logger, cache, pubSub, locks, queue);
            return new ClusterParts(
                On(cache)?.Cache ?? Of(cache)?.Cache ?? memory.Cache,
                On(pubSub)?.PubSub ?? Of(pubSub)?.PubSub ?? memory.PubSub,
                On(locks)?.Locks ?? Of(locks)?.Locks ?? memory.Locks,
                On(queue)?.Queue ?? Of(queue)?.Queue ?? memory.Queue,
                database?.WorkerIds ?? memory.WorkerIds
            )
            {
                Backends = opened,
            };
        }
        catch
        {
            foreach (var backend in Enumerable.Reverse(opened))
            {
                await backend.DisposeAsync();
            }

            throw;
        }
    }

    private static async Task<PostgreSqlCluster?> OpenDatabaseAsync(
        ServerSettings settings,
        TimeProvider clock,
        ILoggerFactory loggers,
        ClusterReports reports,
        CancellationToken cancellationToken
    )
    {
        if (settings.Database.Dialect != Dialects.PostgreSqlName)
        {
            return null;
        }

        var options = Dialects.PostgreSql(settings, loggers) with
        {
            PoolMax = Connections,
            PoolMin = 0,
            PoolAcquire = LongestConnect,
        };
        var pool = PostgreSqlDatabase.CreatePool(options);
        try
        {
            return await PostgreSqlCluster.OpenAsync(
                pool,
                settings.Database.Schema,
                settings.Database.TablePrefix,
                clock,
                reports,
                cancellationToken
            );
        }
        catch
        {
            await pool.DisposeAsync();
            throw;
        }
    }

    // The one process on a SQLite file.
    private static string InstallationOf(ServerSettings settings)
    {
        var path = Path.GetFullPath(settings.Database.Storage ?? settings.StoragePath);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
    }
}
