using Microsoft.Extensions.Logging.Abstractions;
using Pergola.App.Jobs;
using Pergola.Hosting.Generations;

namespace Pergola.UnitTests.Generations;

public sealed class BackgroundWorksTests
{
    [Fact]
    public async Task Work_runs_until_it_is_asked_to_end_and_finishes_what_it_holds()
    {
        var work = new Steady();
        using var works = new BackgroundWorks([work], TimeProvider.System, NullLogger<BackgroundWorks>.Instance);
        works.Start();
        await work.Started.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(work.HasFinished);
        await works.StopAsync();
        Assert.True(work.HasFinished);
    }

    [Fact]
    public async Task One_that_fails_does_not_end_the_others()
    {
        var work = new Steady();
        using var works = new BackgroundWorks(
            [new Failing(), work],
            TimeProvider.System,
            NullLogger<BackgroundWorks>.Instance
        );
        works.Start();
        await work.Started.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await works.StopAsync();
        Assert.True(work.HasFinished);
    }

    [Fact]
    public async Task Work_that_never_began_ends_at_once()
    {
        using var works = new BackgroundWorks([], TimeProvider.System, NullLogger<BackgroundWorks>.Instance);
        await works.StopAsync();
    }

    private sealed class Steady : IBackgroundWork
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HasFinished { get; private set; }

        public async Task RunAsync(CancellationToken stopping)
        {
            Started.SetResult();
            await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            HasFinished = true;
        }
    }

    private sealed class Failing : IBackgroundWork
    {
        public Task RunAsync(CancellationToken stopping) => throw new InvalidOperationException("It cannot.");
    }
}
