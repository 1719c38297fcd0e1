using Pergola.Core.Cluster.WorkerIds;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Testing.Cluster;
using Xunit;

namespace Pergola.UnitTests.Cluster;

/// <summary>
/// 64 processes with clocks that are wrong; some are frozen for longer than their lease, some die without a word, some miss
/// to renew in time. Their numbers are handed on. No id is made twice.
/// </summary>
public sealed class FrozenProcessTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_id_is_made_twice(int seed)
    {
        var random = new Random(seed);
        var time = new ManualClock(Start);
        var allocator = new MemoryWorkerIds(time, first: 0);
        var processes = Enumerable.Range(0, 64).Select(_ => new Process(allocator, random)).ToList();
        var ids = new HashSet<long>();
        var handedOn = 0;
        for (var step = 0; step < 250; step++)
        {
            var passed = TimeSpan.FromMilliseconds(random.Next(500, 15_000));
            time.Advance(passed);
            foreach (var process in processes)
            {
                process.Pass(passed);
                Assert.All(process.Make(), id => Assert.True(ids.Add(id), $"{id} twice, seed {seed}"));
                handedOn += await process.RenewAsync() ? 1 : 0;
                Assert.All(process.Make(), id => Assert.True(ids.Add(id), $"{id} twice, seed {seed}"));
            }
        }

        Assert.True(handedOn > 500, $"only {handedOn} leases were given");
        Assert.True(ids.Count > 100_000, $"only {ids.Count} ids were made");
    }

    private sealed class Process
    {
        private readonly MemoryWorkerIds _allocator;
        private readonly Random _random;
        private readonly ManualClock _clock;
        private readonly SnowflakeIds _ids;
        private WorkerLease? _lease;
        private int _frozenFor;
        private bool _clockStands;

        public Process(MemoryWorkerIds allocator, Random random)
        {
            _allocator = allocator;
            _random = random;
            _clock = new ManualClock(Start.AddSeconds(random.Next(-600, 600)));
            _ids = new SnowflakeIds(_clock, () => { });
        }

        public void Pass(TimeSpan time)
        {
            if (_frozenFor-- > 0 && _clockStands)
            {
                return;
            }

            // Some clocks run slow, some fast.
            _clock.Jump(time * (0.8 + (_random.NextDouble() * 0.4)));
        }

        public List<long> Make()
        {
            var made = new List<long>();
            if (_frozenFor > 0)
            {
                return made;
            }

            var count = _random.Next(200) == 0 ? 20_000 : _random.Next(12);
            try
            {
                for (var n = 0; n < count; n++)
                {
                    made.Add(_ids.Next());
                }
            }
            catch (UnavailableException)
            {
                // Nothing to make them of.
            }

            return made;
        }

        /// <summary>Whether it has another lease.</summary>
        public async Task<bool> RenewAsync()
        {
            if (_frozenFor > 0)
            {
                return false;
            }

            if (_random.Next(30) == 0)
            {
                _frozenFor = _random.Next(2, 60);
                _clockStands = _random.Next(2) == 0;
                return false;
            }

            if (_random.Next(4) == 0)
            {
                return false;
            }

            if (_lease is not null && _random.Next(10) == 0)
            {
                await _allocator.ReleaseAsync(_lease, _ids.Use([]), CancellationToken.None);
                _lease = null;
            }

            _lease = _lease is null ? null : await _allocator.RenewAsync(_lease, CancellationToken.None);
            var isNew = _lease is null;
            _lease ??= await _allocator.LeaseAsync(CancellationToken.None);
            _ids.Use(_lease is null ? [] : [_lease]);
            return isNew && _lease is not null;
        }
    }
}
