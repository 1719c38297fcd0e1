using Pergola.Core.Cluster;
using Pergola.Core.Errors;
using StackExchange.Redis;

namespace Pergola.Cluster.Redis;

/// <summary>One client for a server. It reconnects by itself; meanwhile requests fail within a few seconds.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private static readonly string[] Passing =
    [
        "LOADING",
        "READONLY",
        "MASTERDOWN",
        "CLUSTERDOWN",
        "TRYAGAIN",
        "BUSY",
        "OOM",
        "NOREPLICAS",
        "MISCONF",
        "NOAUTH",
        "WRONGPASS",
    ];
    private readonly ConnectionMultiplexer _client;
    private readonly int _database;

    private RedisConnection(ConnectionMultiplexer client, int database)
    {
        _client = client;
        _database = database;
    }

    public ISubscriber Subscriber => _client.GetSubscriber();

    /// <summary>A connection was lost.</summary>
    public event EventHandler<ConnectionFailedEventArgs>? Lost
    {
        add => _client.ConnectionFailed += value;
        remove => _client.ConnectionFailed -= value;
    }

    public static async Task<RedisConnection> OpenAsync(RedisUrl url, CancellationToken cancellationToken)
    {
        var options = new ConfigurationOptions
        {
            EndPoints = { { url.Host, url.Port } },
            Password = url.Password,
            Ssl = url.IsEncrypted,
            SslHost = url.IsEncrypted ? url.Host : null,
            DefaultDatabase = url.Database,
            ClientName = "pergola",
            // Nothing of the client's own among the keys and channels of others.
            TieBreaker = "",
            ConfigurationChannel = "",
            AbortOnConnectFail = false,
            ConnectTimeout = (int)Limit.TotalMilliseconds,
            SyncTimeout = (int)Limit.TotalMilliseconds,
            ConnectRetry = 1,
            KeepAlive = 10,
            ReconnectRetryPolicy = new LinearRetry(500),
        };
        var client = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(cancellationToken);
        return new RedisConnection(client, url.Database);
    }

    /// <exception cref="UnavailableException">The server does not answer.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await request(_client.GetDatabase(_database)).WaitAsync(Limit, cancellationToken);
        }
        catch (Exception failure) when (IsUnavailable(failure))
        {
            throw new UnavailableException("Redis cannot be reached", RetryAfter, failure);
        }
    }

    /// <exception cref="UnavailableException">The server does not answer.</exception>
    public Task<RedisResult> RunAsync(
        string script,
        RedisKey[] keys,
        CancellationToken cancellationToken,
        params RedisValue[] values
    ) =>
        RunAsync(
            async database =>
            {
                try
                {
                    return await database.ScriptEvaluateAsync(script, keys, values);
                }
                catch (RedisServerException failure)
                    when (failure.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
                {
                    // A server that was restarted has forgotten it; the client has noticed by now and sends it again.
                    return await database.ScriptEvaluateAsync(script, keys, values);
                }
            },
            cancellationToken
        );

    /// <summary>Removes all keys that begin with a text.</summary>
    /// <exception cref="UnavailableException">The server does not answer.</exception>
    public async Task RemoveAsync(string start, CancellationToken cancellationToken)
    {
        foreach (var endPoint in _client.GetEndPoints())
        {
            var server = _client.GetServer(endPoint);
            if (!server.IsConnected || server.IsSlave)
            {
                continue;
            }

            // The client walks through the keys synchronously.
            var found = await RunAsync(
                _ => Task.Run(() => server.Keys(_database, Escape(start) + "*", 1000).ToArray(), cancellationToken),
                cancellationToken
            );
            foreach (var key in found)
            {
                await RunAsync(database => database.KeyDeleteAsync(key), cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.CloseAsync(allowCommandsToComplete: false);
        _client.Dispose();
    }

    private static bool IsUnavailable(Exception failure) =>
        failure switch
        {
            RedisConnectionException or TimeoutException or ObjectDisposedException => true,
            RedisServerException => Passing.Any(p => failure.Message.StartsWith(p, StringComparison.Ordinal)),
            _ => false,
        };

    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is '*' or '?' or '[' or ']' or '\\' or '^' ? "\\" + c : c.ToString()));
}
