using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pergola.App.Jobs;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;

namespace Pergola.Hosting.Generations;

/// <summary>
/// The scheduled work of a generation: runs from when it serves until another one takes its place. Of several nodes one does
/// it each time.
/// </summary>
internal sealed class Schedules(
    IEnumerable<ScheduledWork> works,
    IServiceScopeFactory scopes,
    IDistributedLock locks,
    ICache cache,
    TimeProvider clock,
    ILogger<Schedules> logger
) : IDisposable
{
    private static readonly TimeSpan LockLife = TimeSpan.FromSeconds(10);
    private readonly ScheduledWork[] _works = [.. works];
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Start() =>
        _running = Task.WhenAll(_works.Select(work => Task.Run(() => RunAsync(work), CancellationToken.None)));

    /// <summary>Has no further run begin, and asks those under way to end.</summary>
    public void Stop() => _stopping.Cancel();

    /// <summary>Waits until none is under way, but not for ever.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        try
        {
            await _running.WaitAsync(patience, clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            GenerationLog.WorkNotEnded(logger, patience.TotalSeconds);
        }
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(ScheduledWork work)
    {
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(work.Interval, clock, _stopping.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stopping.IsCancellationRequested)
            {
                await RunOnceAsync(work);
            }
        }
    }

    private async Task RunOnceAsync(ScheduledWork work)
    {
        var name = work.Work.FullName!;
        try
        {
            await using var turn = await locks.TryAcquireAsync(
                $"schedule:{name}",
                LockLife,
                TimeSpan.Zero,
                _stopping.Token
            );
            if (turn is null || !await IsDueAsync(name, work.Interval))
            {
                return;
            }

            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, turn.Lost);
            await using var scope = scopes.CreateAsyncScope();
            await ((IScheduledWork)scope.ServiceProvider.GetRequiredService(work.Work)).RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Another generation goes on with it.
        }
        catch (Exception failure)
        {
            GenerationLog.ScheduleFailed(logger, work.Work.Name, failure);
        }
    }

    /// <summary>Whether no node has done it within the interval; a little less, since their clocks do not run equally fast.</summary>
    private async Task<bool> IsDueAsync(string name, TimeSpan interval) =>
        await cache.AddAsync(
            new CacheKey("main", "schedules", name),
            new byte[] { 1 },
            interval * 0.9,
            _stopping.Token
        );
}
