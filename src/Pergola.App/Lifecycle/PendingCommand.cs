namespace Pergola.App.Lifecycle;

/// <summary>A command and those who wait for it.</summary>
public sealed class PendingCommand(AppCommand command)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AppCommand Command { get; } = command;

    public Task Done => _done.Task;

    public void Complete() => _done.TrySetResult();

    public void Fail(Exception failure)
    {
        _done.TrySetException(failure);

        // Often nobody waits: who asked has been told otherwise.
        _ = _done.Task.Exception;
    }
}
