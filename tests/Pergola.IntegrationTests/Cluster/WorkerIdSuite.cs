using System.Collections.Concurrent;
using Pergola.Core.Cluster.WorkerIds;
using Pergola.Core.Errors;
using Pergola.Testing.Cluster;

namespace Pergola.IntegrationTests.Cluster;

/// <summary>Each test takes numbers of the whole cluster, so each has a fixture of its own.</summary>
public abstract class WorkerIdSuite(ClusterFixture fixture) : ClusterSuite(fixture), IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await Fixture.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_number_is_leased_once_and_again_when_it_was_released_long_ago()
    {
        var leases = await LeaseAsync(IWorkerIdAllocator.Slots);
        Assert.Equal(Enumerable.Range(0, IWorkerIdAllocator.Slots), leases.Select(l => l.Slot).Order());
        Assert.All(leases, l => Assert.Equal(IWorkerIdAllocator.Life.TotalSeconds, l.Until - l.From));
        Assert.Null(await First.WorkerIds.LeaseAsync(Cancelled));

        // A number rests for a while after its last second.
        var recent = leases[3];
        await First.WorkerIds.ReleaseAsync(recent, recent.From, Cancelled);
        Assert.Null(await Second.WorkerIds.LeaseAsync(Cancelled));

        var old = leases[7];
        await First.WorkerIds.ReleaseAsync(old, old.From - 3600, Cancelled);
        var next = await Second.WorkerIds.LeaseAsync(Cancelled);
        Assert.Equal(old.Slot, next?.Slot);
        Assert.Null(await First.WorkerIds.RenewAsync(old, Cancelled));
        Assert.Null(await First.WorkerIds.RenewAsync(recent, Cancelled));
        Assert.NotNull(await First.WorkerIds.RenewAsync(next!, Cancelled));
    }

    [Fact]
    public async Task A_renewed_lease_reaches_further_and_begins_where_it_did()
    {
        var lease = (await First.WorkerIds.LeaseAsync(Cancelled))!;
        await Task.Delay(1100, Cancelled);
        var renewed = (await Second.WorkerIds.RenewAsync(lease, Cancelled))!;
        Assert.Equal((lease.Slot, lease.From, lease.Holder), (renewed.Slot, renewed.From, renewed.Holder));
        Assert.InRange(renewed.Now, lease.Now.AddSeconds(1), lease.Now.AddMinutes(1));
        Assert.True(renewed.Until >= lease.Until);
        Assert.True(renewed.Until >= renewed.Now.ToUnixTimeSeconds() + IWorkerIdAllocator.Life.TotalSeconds);
    }

    [Fact]
    public async Task Of_64_processes_no_two_make_the_same_id()
    {
        var processes = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(n => WorkerSlots.StartAsync(Node(n).WorkerIds, TimeProvider.System, _ => { }, Cancelled))
        );
        var ids = new ConcurrentBag<long[]>();
        Parallel.ForEach(
            processes,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            slots =>
            {
                // More than one number has in a second.
                var made = new long[10_000];
                for (var n = 0; n < made.Length; n++)
                {
                    made[n] = slots.Ids.Next();
                }

                ids.Add(made);
            }
        );
        Assert.All(ids, made => Assert.Equal(made.Order(), made));
        Assert.Equal(640_000, ids.SelectMany(made => made).Distinct().Count());
        Assert.All(ids, made => Assert.InRange(made[^1], 1, 1L << 53));
        foreach (var slots in processes)
        {
            await slots.DisposeAsync();
        }

        Assert.Throws<UnavailableException>(() => processes[0].Ids.Next());
    }

    [Fact]
    public async Task A_process_that_runs_dry_leases_another_number()
    {
        await using var slots = await WorkerSlots.StartAsync(First.WorkerIds, TimeProvider.System, _ => { }, Cancelled);
        var numbers = new HashSet<long>();
        await EventuallyAsync(
            () =>
            {
                for (var n = 0; n < 9_000; n++)
                {
                    numbers.Add((slots.Ids.Next() >> 13) & 0xff);
                }

                return new(numbers.Count > 1);
            },
            "it has another number"
        );
    }

    [Fact]
    public async Task Behind_a_bad_connection_ids_stay_unique()
    {
        var processes = new List<WorkerSlots>();
        for (var n = 0; n < 8; n++)
        {
            var workers = new FaultyWorkerIds(
                Node(n).WorkerIds,
                new Faults(n)
                {
                    Late = 0.2,
                    Lost = 0.1,
                    Unanswered = 0.1,
                    Doubled = 0.1,
                }
            );
            processes.Add(await StartAsync(workers));
        }

        var made = new List<long>();
        for (var turn = 0; turn < 20; turn++)
        {
            foreach (var process in processes)
            {
                made.AddRange(Enumerable.Range(0, 1500).Select(_ => process.Ids.Next()));
            }

            // Time for the numbers that were wanted to come.
            await Task.Delay(5, Cancelled);
        }

        Assert.Equal(made.Count, made.Distinct().Count());
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }
    }

    private static async Task<WorkerSlots> StartAsync(IWorkerIdAllocator workers)
    {
        while (true)
        {
            try
            {
                return await WorkerSlots.StartAsync(workers, TimeProvider.System, _ => { }, Cancelled);
            }
            catch (UnavailableException)
            {
                // Again.
            }
        }
    }

    private ClusterNode Node(int n) => n % 2 == 0 ? First : Second;

    private async Task<List<WorkerLease>> LeaseAsync(int count)
    {
        var leases = new ConcurrentBag<WorkerLease>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled },
            async (n, cancelled) => leases.Add((await Node(n).WorkerIds.LeaseAsync(cancelled))!)
        );
        return [.. leases];
    }
}

public sealed class MemoryWorkerIdTests() : WorkerIdSuite(new MemoryClusterFixture());

public sealed class PostgreSqlWorkerIdTests() : WorkerIdSuite(new PostgreSqlClusterFixture());
