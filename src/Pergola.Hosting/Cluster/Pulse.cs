namespace Pergola.Hosting.Cluster;

/// <summary>Wakes all who wait for the next beat.</summary>
internal sealed class Pulse
{
    private volatile TaskCompletionSource _next = NewSource();

    /// <summary>Completes with the next beat; taken before looking, so that none is missed in between.</summary>
    public Task Next => _next.Task;

    public void Beat() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
