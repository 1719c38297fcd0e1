namespace Pergola.Core.Cluster;

/// <summary>
/// A moment that time is measured from. Both clocks of the machine are asked and the longer answer counts: the monotonic one
/// is not set by anybody but may stand still while a machine sleeps, the other one goes on.
/// </summary>
internal readonly struct LeaseSpan(TimeProvider clock)
{
    private readonly long _stamp = clock.GetTimestamp();
    private readonly DateTimeOffset _wall = clock.GetUtcNow();

    public TimeSpan Elapsed
    {
        get
        {
            var monotonic = clock.GetElapsedTime(_stamp);
            var wall = clock.GetUtcNow() - _wall;
            return wall > monotonic ? wall : monotonic;
        }
    }
}
