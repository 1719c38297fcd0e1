using Pergola.Core.Cluster.Locking;
using Pergola.Core.Errors;
using Pergola.Testing.Cluster;
using Xunit;

namespace Pergola.UnitTests.Cluster;

public sealed class LockHandleTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);
    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly MemoryLeaseStore _store;
    private readonly Faults _faults = new(1);

    public LockHandleTests() => _store = new MemoryLeaseStore(_clock);

    [Fact]
    public async Task A_frozen_process_knows_at_once_that_it_has_lost_the_lock()
    {
        var held = await AcquireAsync();
        _clock.Jump(Life * 2);
        Assert.False(held.IsHeld);
        Assert.Throws<ConflictException>(held.ThrowIfLost);
        Assert.False(held.Lost.IsCancellationRequested);

        var next = await _store.TakeAsync("k", Life, TestContext.Current.CancellationToken);
        Assert.True(next > held.Token);
        _clock.Advance(TimeSpan.Zero);
        Assert.True(held.Lost.IsCancellationRequested);

        // Neither extended nor freed: it is another's.
        await held.DisposeAsync();
        Assert.Null(await _store.TakeAsync("k", Life, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_its_store_it_is_lost_before_anybody_else_can_have_it()
    {
        var held = await AcquireAsync();
        _faults.Disconnect();
        for (var second = 1; second < 9; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(held.IsHeld);
            Assert.False(held.Lost.IsCancellationRequested);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(held.IsHeld);
        Assert.True(held.Lost.IsCancellationRequested);
        Assert.Null(await _store.TakeAsync("k", Life, TestContext.Current.CancellationToken));
        await held.DisposeAsync();
    }

    [Fact]
    public async Task A_short_loss_of_the_store_is_survived()
    {
        var held = await AcquireAsync();
        _faults.Disconnect();
        _clock.Advance(TimeSpan.FromSeconds(4));
        _faults.Reconnect();
        await PassAsync(TimeSpan.FromSeconds(30));
        Assert.True(held.IsHeld);
        Assert.Null(await _store.TakeAsync("k", Life, TestContext.Current.CancellationToken));
        await held.DisposeAsync();
        Assert.NotNull(await _store.TakeAsync("k", Life, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_extension_that_is_answered_too_late_does_not_count()
    {
        var slow = new SlowStore(_store);
        var held = (
            await new LeasedLocks(slow, _clock).TryAcquireAsync(
                "k",
                Life,
                TimeSpan.Zero,
                TestContext.Current.CancellationToken
            )
        )!;
        while (!slow.IsAsked)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        _clock.Jump(Life);
        slow.Answer.SetResult();
        await held.DisposeAsync();
        Assert.False(held.IsHeld);
    }

    private async Task<LockHandle> AcquireAsync() =>
        (
            await new FaultyLock(_store, _faults, _clock).TryAcquireAsync(
                "k",
                Life,
                TimeSpan.Zero,
                TestContext.Current.CancellationToken
            )
        )!;

    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(500))
        {
            _clock.Advance(TimeSpan.FromMilliseconds(500));

            // The extension that this has started goes on elsewhere.
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private sealed class SlowStore(ILeaseStore store) : ILeaseStore
    {
        public TaskCompletionSource Answer { get; } = new();

        public bool IsAsked { get; private set; }

        public Task<long?> TakeAsync(string key, TimeSpan life, CancellationToken cancellationToken) =>
            store.TakeAsync(key, life, cancellationToken);

        public async Task<bool> ExtendAsync(string key, long token, TimeSpan life, CancellationToken cancellationToken)
        {
            IsAsked = true;
            await Answer.Task;
            return await store.ExtendAsync(key, token, life, cancellationToken);
        }

        public Task<bool> ReleaseAsync(string key, long token, CancellationToken cancellationToken) =>
            store.ReleaseAsync(key, token, cancellationToken);
    }
}
