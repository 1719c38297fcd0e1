using Pergola.Core.Cluster.Locking;
using Pergola.Core.Errors;

namespace Pergola.IntegrationTests.Cluster;

public abstract class LockSuite(ClusterFixture fixture) : ClusterSuite(fixture)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task One_holds_it_and_the_next_has_a_greater_token()
    {
        var key = NewName();
        var one = await First.Locks.AcquireAsync(key, Life, TimeSpan.Zero, Cancelled);
        Assert.True(one.IsHeld);
        one.ThrowIfLost();
        Assert.Null(await Second.Locks.TryAcquireAsync(key, Life, TimeSpan.Zero, Cancelled));
        await Assert.ThrowsAsync<ConflictException>(() =>
            Second.Locks.AcquireAsync(key, Life, TimeSpan.FromMilliseconds(50), Cancelled)
        );
        await using (await Second.Locks.AcquireAsync(key + "x", Life, TimeSpan.Zero, Cancelled))
        {
            await one.DisposeAsync();
        }

        await using var two = await Second.Locks.AcquireAsync(key, Life, TimeSpan.Zero, Cancelled);
        Assert.True(two.Token > one.Token);
        Assert.False(one.IsHeld);
        Assert.Throws<ConflictException>(one.ThrowIfLost);
        Assert.False(one.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Who_waits_has_it_when_it_becomes_free()
    {
        var key = NewName();
        var one = await First.Locks.AcquireAsync(key, Life, TimeSpan.Zero, Cancelled);
        var waiting = Second.Locks.AcquireAsync(key, Life, Deadline, Cancelled);
        await Task.Delay(100, Cancelled);
        Assert.False(waiting.IsCompleted);
        await one.DisposeAsync();
        await using var two = await waiting;
        Assert.True(two.Token > one.Token);
    }

    [Fact]
    public async Task It_is_extended_while_it_is_held()
    {
        var key = NewName();
        await using var one = await First.Locks.AcquireAsync(key, Short, TimeSpan.Zero, Cancelled);
        Assert.Null(await Second.Locks.TryAcquireAsync(key, Short, Short * 3, Cancelled));
        Assert.True(one.IsHeld);
        Assert.False(one.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task It_becomes_free_when_its_holder_dies()
    {
        var key = NewName();
        var dead = await First.Leases.TakeAsync(key, Short, Cancelled);
        await using var next = await Second.Locks.AcquireAsync(key, Life, Deadline, Cancelled);
        Assert.True(next.Token > dead);
        Assert.False(await First.Leases.ExtendAsync(key, dead!.Value, Life, Cancelled));
        Assert.False(await First.Leases.ReleaseAsync(key, dead.Value, Cancelled));
        Assert.Null(await First.Leases.TakeAsync(key, Life, Cancelled));
    }

    [Fact]
    public async Task Who_loses_it_is_told_and_does_not_free_it_for_the_next()
    {
        var key = NewName();
        var one = await First.Locks.AcquireAsync(key, Short, TimeSpan.Zero, Cancelled);
        Assert.True(await Second.Leases.ReleaseAsync(key, one.Token, Cancelled));
        await using var two = await Second.Locks.AcquireAsync(key, Life, TimeSpan.Zero, Cancelled);
        await EventuallyAsync(() => new(one.Lost.IsCancellationRequested), "it is told");
        Assert.False(one.IsHeld);
        await one.DisposeAsync();
        Assert.Null(await First.Locks.TryAcquireAsync(key, Life, TimeSpan.Zero, Cancelled));
    }

    [Fact]
    public async Task Never_two_at_once_and_tokens_grow()
    {
        var key = NewName();
        var inside = 0;
        var tokens = new List<long>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 24),
            new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Cancelled },
            async (n, cancelled) =>
            {
                var node = n % 2 == 0 ? First : Second;
                await using var held = await node.Locks.AcquireAsync(key, Life, Deadline, cancelled);
                Assert.Equal(1, Interlocked.Increment(ref inside));
                tokens.Add(held.Token);
                await Task.Yield();
                Assert.Equal(0, Interlocked.Decrement(ref inside));
            }
        );
        Assert.Equal(24, tokens.Count);
        Assert.Equal(tokens.Order(), tokens);
        Assert.Equal(24, tokens.Distinct().Count());
    }
}

public sealed class MemoryLockTests(MemoryClusterFixture fixture)
    : LockSuite(fixture),
        IClassFixture<MemoryClusterFixture>;

public sealed class LateLockTests(LateClusterFixture fixture) : LockSuite(fixture), IClassFixture<LateClusterFixture>;

public sealed class PostgreSqlLockTests(PostgreSqlClusterFixture fixture)
    : LockSuite(fixture),
        IClassFixture<PostgreSqlClusterFixture>;

public sealed class RedisLockTests(RedisClusterFixture fixture)
    : LockSuite(fixture),
        IClassFixture<RedisClusterFixture>;
