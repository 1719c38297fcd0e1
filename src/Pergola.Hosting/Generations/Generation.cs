using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Actions;
using Pergola.App.Signals;
using Pergola.Hosting.PluginLoading;

namespace Pergola.Hosting.Generations;

/// <summary>
/// One built life of an app: its services, plugins and routes. Counts who uses it, and ends once it has been replaced and
/// the last user has left.
/// </summary>
public sealed class Generation
{
    private readonly ServiceProvider _services;
    private readonly PluginSet _plugins;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly BackgroundWorks _works;
    private readonly Schedules _schedules;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the switch that holds the generation, one for each request on it.
    private int _leases = 1;

    internal Generation(ServiceProvider services, PluginSet plugins, int number)
    {
        _services = services;
        _plugins = plugins;
        _works = services.GetRequiredService<BackgroundWorks>();
        _schedules = services.GetRequiredService<Schedules>();
        Number = number;
        Endpoint = services.GetRequiredService<ActionEndpoint>();
    }

    internal PluginSet Plugins => _plugins;

    /// <summary>Counted from 1 within a process.</summary>
    public int Number { get; }

    /// <summary>Whether its tables were made with it.</summary>
    public bool IsNewInstallation { get; init; }

    public ActionEndpoint Endpoint { get; }

    /// <summary>Services of this generation, for tests and commands.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Ends a generation that never served.</summary>
    internal async Task DiscardAsync()
    {
        Leave();
        await EndAsync(CancellationToken.None);
    }

    /// <summary>Begins the work beside requests.</summary>
    internal void Start()
    {
        _works.Start();
        _schedules.Start();
    }

    /// <summary>Another one has taken its place: scheduled work is that one's from now on.</summary>
    internal void Retire()
    {
        _schedules.Stop();
        Leave();
    }

    /// <summary>Takes part in the generation unless it has drained already.</summary>
    internal bool TryEnter()
    {
        var seen = Volatile.Read(ref _leases);
        while (seen > 0)
        {
            var before = Interlocked.CompareExchange(ref _leases, seen + 1, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }

    internal void Leave()
    {
        if (Interlocked.Decrement(ref _leases) == 0)
        {
            _drained.SetResult();
        }
    }

    /// <summary>Waits for the last user, then ends the work beside requests and disposes the services.</summary>
    internal async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _drained.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _schedules.Stop();
            await _works.StopAsync();
            await _schedules.EndAsync(Patience);

            // Before what listens to them.
            _services.GetService<ChangeSignals>()?.Dispose();
            await _services.DisposeAsync();
            _plugins.Unload();
        }
    }
}
