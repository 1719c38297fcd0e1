using Pergola.Core.Cluster.Queues;
using StackExchange.Redis;

namespace Pergola.Cluster.Redis;

/// <summary>Messages of the queue that have failed for good.</summary>
internal sealed class RedisDeadLetters(RedisConnection connection, RedisKeys keys, RedisSignals signals) : IDeadLetters
{
    private const int Columns = 5;

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        string channel,
        int most,
        CancellationToken cancellationToken
    )
    {
        var found = (RedisValue[])
            await connection.RunAsync(QueueScripts.ListDead, keys.Queue(channel), cancellationToken, most);
        return
        [
            .. found
                .Chunk(Columns)
                .Select(row => new DeadLetter(
                    channel,
                    row[0]!,
                    (byte[])row[1]!,
                    (int)row[2],
                    row[3]!,
                    DateTimeOffset.FromUnixTimeMilliseconds((long)row[4])
                )),
        ];
    }

    public async Task<bool> RetryAsync(string channel, string id, CancellationToken cancellationToken) =>
        (bool)
            await connection.RunAsync(
                QueueScripts.RetryDead,
                keys.Queue(channel),
                cancellationToken,
                id,
                signals.Name,
                RedisWorkQueue.WakeUp(channel)
            );

    public async Task<bool> RemoveAsync(string channel, string id, CancellationToken cancellationToken) =>
        (bool)await connection.RunAsync(QueueScripts.RemoveDead, keys.Queue(channel), cancellationToken, id);
}
