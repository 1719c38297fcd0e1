using Pergola.Core.Cluster.WorkerIds;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Testing.Cluster;
using Xunit;

namespace Pergola.UnitTests.Cluster;

public sealed class SnowflakeIdsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 54, 49, TimeSpan.Zero);
    private static readonly long Second = Start.ToUnixTimeSeconds() - 1_605_024_000;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(8, 1)]
    [InlineData(176, 22)]
    [InlineData(255, 31)]
    public void The_upper_bits_of_the_slot_are_the_worker_of_existing_ids(int slot, long worker)
    {
        var id = new SnowflakeIds(new ManualClock(Start), slot).Next();
        Assert.Equal(Second, id >> 21);
        Assert.Equal(worker, (id >> 16) & 31);
        Assert.Equal(slot, (id >> 13) & 255);
    }

    [Fact]
    public void An_id_that_exists_lies_among_ours()
    {
        // One made in the same second by worker 22 of another implementation.
        var ids = new SnowflakeIds(new ManualClock(Start), 176);
        Assert.Equal(399124284702720, ids.Next());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void Slots_are_0_to_255(int slot) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SnowflakeIds(TimeProvider.System, slot));

    [Fact]
    public void Ids_grow_through_slots_seconds_and_clocks_set_back()
    {
        var clock = new ManualClock(Start);
        var wanted = 0;
        var ids = new SnowflakeIds(clock, () => wanted++);
        ids.Use([Lease(200, 0, 60), Lease(3, 0, 60)]);
        var last = 0L;
        for (var n = 0; n < 50_000; n++)
        {
            var id = ids.Next();
            Assert.True(id > last);
            last = id;
            if (n == 20_000)
            {
                clock.Advance(TimeSpan.FromSeconds(-30));
            }
        }

        // Two slots have 16,384 a second: the rest is borrowed from the three seconds after.
        Assert.Equal(Second + 3, last >> 21);
        Assert.Equal(3, wanted);
    }

    [Fact]
    public void A_lower_slot_that_comes_in_the_middle_of_a_second_waits_for_the_next()
    {
        var clock = new ManualClock(Start);
        var ids = new SnowflakeIds(clock, () => { });
        ids.Use([Lease(100, 0, 60)]);
        var first = ids.Next();
        ids.Use([Lease(100, 0, 60), Lease(5, 0, 60)]);
        Assert.True(ids.Next() > first);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, (ids.Next() >> 13) & 255);
    }

    [Fact]
    public void A_process_frozen_past_its_lease_makes_no_id()
    {
        var clock = new ManualClock(Start);
        var ids = new SnowflakeIds(clock, () => { });
        ids.Use([Lease(1, 0, 60)]);
        ids.Next();
        clock.Jump(TimeSpan.FromSeconds(59));
        ids.Next();
        clock.Jump(TimeSpan.FromSeconds(1));
        Assert.Throws<UnavailableException>(() => ids.Next());

        // Renewed, it goes on.
        ids.Use([Lease(1, 0, 120) with { Now = Start.AddSeconds(60) }]);
        Assert.Equal(Second + 60, ids.Next() >> 21);
    }

    [Fact]
    public void Seconds_end_where_the_lease_ends()
    {
        var ids = new SnowflakeIds(new ManualClock(Start), () => { });
        ids.Use([Lease(1, 0, 3)]);
        for (var n = 0; n < 3 * 8192; n++)
        {
            Assert.InRange(ids.Next() >> 21, Second, Second + 2);
        }

        Assert.Throws<UnavailableException>(() => ids.Next());
        Assert.Throws<UnavailableException>(() => ids.Next());
    }

    [Fact]
    public void A_lease_of_the_future_is_used_at_once()
    {
        var ids = new SnowflakeIds(new ManualClock(Start), () => { });
        ids.Use([Lease(9, 130, 250)]);
        Assert.Equal(Second + 130, ids.Next() >> 21);
        Assert.Equal(Second + 130, ids.Next() >> 21);
    }

    private static WorkerLease Lease(int slot, int from, int until) =>
        new(slot, "h", Start.ToUnixTimeSeconds() + from, Start.ToUnixTimeSeconds() + until, Start);
}
