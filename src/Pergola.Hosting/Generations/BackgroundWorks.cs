using Microsoft.Extensions.Logging;
using Pergola.App.Jobs;

namespace Pergola.Hosting.Generations;

/// <summary>The background work of a generation: started when it serves, ended when its last request has left.</summary>
internal sealed class BackgroundWorks(
    IEnumerable<IBackgroundWork> works,
    TimeProvider clock,
    ILogger<BackgroundWorks> logger
) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly IBackgroundWork[] _works = [.. works];
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Start() =>
        _running = Task.WhenAll(_works.Select(work => Task.Run(() => RunAsync(work), CancellationToken.None)));

    /// <summary>Asks the work to end and waits for it, but not for ever.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        try
        {
            await _running.WaitAsync(Patience, clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            GenerationLog.WorkNotEnded(logger, Patience.TotalSeconds);
        }
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(IBackgroundWork work)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await work.RunAsync(_stopping.Token);
                return;
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                GenerationLog.WorkFailed(logger, work.GetType().Name, failure);
            }

            await Task.Delay(Pause, clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
