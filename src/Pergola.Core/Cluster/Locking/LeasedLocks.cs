namespace Pergola.Core.Cluster.Locking;

/// <summary>Locks over a store of leases.</summary>
public sealed class LeasedLocks(ILeaseStore store, TimeProvider clock) : IDistributedLock
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    public async Task<LockHandle?> TryAcquireAsync(
        string key,
        TimeSpan life,
        TimeSpan wait,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(life, TimeSpan.FromMilliseconds(100));
        var waiting = clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            // The lease begins before it is asked for, so that here it ends before it ends there.
            var asked = new LeaseSpan(clock);
            if (await store.TakeAsync(key, life, cancellationToken) is { } token)
            {
                return new LockHandle(store, clock, key, token, life, asked);
            }

            var left = wait - clock.GetElapsedTime(waiting);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await Task.Delay(left < pause ? left : pause, clock, cancellationToken);
        }
    }

    // Those who wait for the same lock should not all ask at once.
    private static TimeSpan Longer(TimeSpan pause)
    {
        var next = pause * (1.5 + Random.Shared.NextDouble());
        return next < LongestPause ? next : LongestPause * (0.75 + (Random.Shared.NextDouble() / 4));
    }
}
