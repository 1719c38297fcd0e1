using Pergola.Core.Errors;
using Pergola.Core.Ids;

namespace Pergola.Core.Cluster.WorkerIds;

/// <summary>
/// Keeps the leases behind the ids of a process: renews them long before they end, leases another one when ids run short,
/// gives it back when they no longer do.
/// </summary>
public sealed class WorkerSlots : IAsyncDisposable
{
    private const int MostSlots = 8;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BeatAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private readonly IWorkerIdAllocator _allocator;
    private readonly TimeProvider _clock;
    private readonly Action<Exception> _failed;
    private readonly SemaphoreSlim _wanted = new(0, 1);
    private readonly CancellationTokenSource _ended = new();
    private List<WorkerLease> _leases = [];
    private long _lastWanted;
    private Task? _running;

    private WorkerSlots(IWorkerIdAllocator allocator, TimeProvider clock, Action<Exception> failed)
    {
        _allocator = allocator;
        _clock = clock;
        _failed = failed;
        _lastWanted = clock.GetTimestamp();
        Ids = new SnowflakeIds(clock, Want);
    }

    public SnowflakeIds Ids { get; }

    /// <summary>Returns when the first lease is there.</summary>
    /// <param name="allocator">Where leases come from.</param>
    /// <param name="clock">Clock of this process.</param>
    /// <param name="failed">Told of failures that are tried again.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="UnavailableException">The backend does not answer, or all numbers are taken.</exception>
    public static async Task<WorkerSlots> StartAsync(
        IWorkerIdAllocator allocator,
        TimeProvider clock,
        Action<Exception> failed,
        CancellationToken cancellationToken
    )
    {
        var slots = new WorkerSlots(allocator, clock, failed);
        if (!await slots.AddAsync(cancellationToken))
        {
            throw AllTaken();
        }

        slots._running = Task.Run(slots.RunAsync, CancellationToken.None);
        return slots;
    }

    /// <summary>Makes no ids any more and gives the leases back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ended.IsCancellationRequested)
        {
            return;
        }

        await _ended.CancelAsync();
        await (_running ?? Task.CompletedTask);
        foreach (var lease in _leases)
        {
            await ReleaseAsync(lease, Ids.Use([]));
        }

        _ended.Dispose();
        _wanted.Dispose();
    }

    private static UnavailableException AllTaken() => new("All worker numbers are in use", TimeSpan.FromSeconds(10));

    private void Want()
    {
        try
        {
            if (_wanted.CurrentCount == 0)
            {
                _wanted.Release();
            }
        }
        catch (Exception failure) when (failure is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else wanted it in the same moment, or nobody is there to hear it.
        }
    }

    private async Task RunAsync()
    {
        var pause = Beat;
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                var isWanted = await WaitAsync(pause);
                await RenewAsync(_ended.Token);
                await FitAsync(isWanted, _ended.Token);
                pause = Beat;
            }
            catch (OperationCanceledException) when (_ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                _failed(failure);
                pause = BeatAfterFailure;
            }
        }
    }

    /// <summary>Whether more ids were wanted before the pause was over.</summary>
    private async Task<bool> WaitAsync(TimeSpan pause)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        var wanted = _wanted.WaitAsync(awake.Token);
        await Task.WhenAny(wanted, Task.Delay(pause, _clock, awake.Token));
        await awake.CancelAsync();
        _ended.Token.ThrowIfCancellationRequested();
        try
        {
            await wanted;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        foreach (var lease in _leases.ToList())
        {
            var renewed = await _allocator.RenewAsync(lease, cancellationToken);
            Replace(lease, renewed);
        }
    }

    private async Task FitAsync(bool isWanted, CancellationToken cancellationToken)
    {
        if (_leases.Count == 0 || (isWanted && _leases.Count < MostSlots))
        {
            _lastWanted = _clock.GetTimestamp();
            if (!await AddAsync(cancellationToken) && _leases.Count == 0)
            {
                throw AllTaken();
            }
        }
        else if (_leases.Count > 1 && _clock.GetElapsedTime(_lastWanted) > Kept)
        {
            _lastWanted = _clock.GetTimestamp();
            var lease = _leases[^1];
            await ReleaseAsync(lease, Replace(lease, null));
        }
    }

    private async Task<bool> AddAsync(CancellationToken cancellationToken)
    {
        if (await _allocator.LeaseAsync(cancellationToken) is not { } lease)
        {
            return false;
        }

        _leases.Add(lease);
        Ids.Use(_leases);
        return true;
    }

    /// <summary>The last second that ids were made for.</summary>
    private long Replace(WorkerLease lease, WorkerLease? by)
    {
        _leases = by is null ? [.. _leases.Where(l => l != lease)] : [.. _leases.Select(l => l == lease ? by : l)];
        return Ids.Use(_leases);
    }

    private async Task ReleaseAsync(WorkerLease lease, long lastSecond)
    {
        try
        {
            await _allocator.ReleaseAsync(lease, lastSecond, CancellationToken.None);
        }
        catch (UnavailableException)
        {
            // It ends by itself.
        }
    }
}
