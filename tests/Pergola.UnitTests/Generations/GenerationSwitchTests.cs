using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pergola.App.Actions;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading;

namespace Pergola.UnitTests.Generations;

public sealed class GenerationSwitchTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_old_generation_ends_with_its_last_lease()
    {
        using var generations = new GenerationSwitch(NullLogger<GenerationSwitch>.Instance);
        var (first, second) = (new Life(1), new Life(2));
        await generations.Swap(first.Generation);
        Assert.True(generations.TryLease(out var one));
        Assert.True(generations.TryLease(out var two));

        var swap = generations.Swap(second.Generation);
        Assert.True(generations.TryLease(out var three));
        Assert.Equal((1, 1, 2), (one.Generation.Number, two.Generation.Number, three.Generation.Number));
        one.Dispose();
        Assert.False(swap.IsCompleted);
        Assert.False(first.IsOver);
        two.Dispose();
        await swap;
        Assert.True(first.IsOver);
        Assert.False(second.IsOver);
        three.Dispose();
    }

    [Fact]
    public async Task Without_a_generation_there_is_nothing_to_lease()
    {
        using var generations = new GenerationSwitch(NullLogger<GenerationSwitch>.Instance);
        Assert.False(generations.IsServing);
        Assert.False(generations.TryLease(out _));
        var only = new Life(1);
        await generations.Swap(only.Generation);
        Assert.True(generations.IsServing);
        await generations.Swap(null);
        Assert.False(generations.TryLease(out _));
        Assert.True(only.IsOver);
    }

    [Fact]
    public async Task Who_will_not_wait_any_longer_ends_it_at_once()
    {
        using var generations = new GenerationSwitch(NullLogger<GenerationSwitch>.Instance);
        var only = new Life(1);
        await generations.Swap(only.Generation);
        Assert.True(generations.TryLease(out var lease));
        using var patience = new CancellationTokenSource();
        var swap = generations.Swap(null);
        var draining = generations.DrainAsync(patience.Token);
        Assert.False(draining.IsCompleted);
        await patience.CancelAsync();
        await draining;
        await swap;
        Assert.True(only.IsOver);
        lease.Dispose();
    }

    [Fact]
    public async Task Nobody_ever_holds_a_generation_that_is_over()
    {
        using var generations = new GenerationSwitch(NullLogger<GenerationSwitch>.Instance);
        var lives = Enumerable.Range(1, 200).Select(number => new Life(number)).ToList();
        await generations.Swap(lives[0].Generation);
        using var finished = new CancellationTokenSource();
        var begun = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource()).ToList();
        var users = begun
            .Select(first =>
                Task.Run(
                    () =>
                    {
                        while (!finished.IsCancellationRequested)
                        {
                            Assert.True(generations.TryLease(out var lease));
                            using (lease)
                            {
                                Assert.False(lives[lease.Generation.Number - 1].IsOver);
                            }

                            first.TrySetResult();
                        }
                    },
                    Cancelled
                )
            )
            .ToList();
        await Task.WhenAll(begun.Select(first => first.Task)).WaitAsync(TimeSpan.FromMinutes(1), Cancelled);
        foreach (var life in lives.Skip(1))
        {
            await generations.Swap(life.Generation);
        }

        await finished.CancelAsync();
        await Task.WhenAll(users);
        Assert.All(lives.SkipLast(1), life => Assert.True(life.IsOver));
        Assert.False(lives[^1].IsOver);
    }

    /// <summary>A generation of which one can see whether its services have been disposed.</summary>
    private sealed class Life : IDisposable
    {
        private volatile bool _isOver;

        public Life(int number)
        {
            var services = new ServiceCollection();
            services.AddSingleton(new ActionEndpoint(null!, null!, null!, null!, null!, null!, null!));
            services.AddSingleton(new BackgroundWorks([], TimeProvider.System, NullLogger<BackgroundWorks>.Instance));
            services.AddSingleton(provider => new Schedules(
                [],
                provider.GetRequiredService<IServiceScopeFactory>(),
                new LeasedLocks(new MemoryLeaseStore(TimeProvider.System), TimeProvider.System),
                new MemoryCache(TimeProvider.System),
                TimeProvider.System,
                NullLogger<Schedules>.Instance
            ));
            services.AddSingleton(_ => this);
            var provider = services.BuildServiceProvider();
            provider.GetRequiredService<Life>();
            Generation = new Generation(provider, new PluginSet([], [], [], []), number);
        }

        public Generation Generation { get; }

        public bool IsOver => _isOver;

        public void Dispose() => _isOver = true;
    }
}
