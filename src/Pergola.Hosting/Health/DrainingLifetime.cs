using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Health;

/// <summary>
/// Ends the process when it is told to. An orchestrator says so (SIGTERM) before it has told those who send requests: the
/// process is unready at once and serves on for a while. Whoever sits at the keyboard does not have to wait.
/// </summary>
internal sealed class DrainingLifetime(
    IHostApplicationLifetime lifetime,
    Readiness readiness,
    HttpOptions options,
    TimeProvider clock,
    ILogger<DrainingLifetime> logger
) : IHostLifetime, IDisposable
{
    private static readonly Action<ILogger, int, Exception?> Draining = LoggerMessage.Define<int>(
        LogLevel.Information,
        new EventId(1, nameof(Draining)),
        "Told to stop: unready now, serving for another {Seconds} s"
    );

    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly CancellationTokenSource _ended = new();

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, options.DrainTime))
        );
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, 0)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context => Handle(context, 0)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _ended.Cancel();
        _ended.Dispose();
    }

    private void Handle(PosixSignalContext context, int seconds)
    {
        context.Cancel = true;
        if (!readiness.Leave() || seconds == 0)
        {
            // Told twice, or nobody to wait for.
            lifetime.StopApplication();
            return;
        }

        Draining(logger, seconds, null);
        _ = StopLaterAsync(TimeSpan.FromSeconds(seconds));
    }

    private async Task StopLaterAsync(TimeSpan wait)
    {
        await Task.Delay(wait, clock, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }
}
