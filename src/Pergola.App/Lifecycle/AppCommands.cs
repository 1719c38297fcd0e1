using System.Threading.Channels;
using Pergola.Core.Errors;

namespace Pergola.App.Lifecycle;

/// <summary>The commands that wait for the host. One per process.</summary>
public sealed class AppCommands
{
    private const int Waiting = 64;
    private readonly Channel<PendingCommand> _pending = Channel.CreateBounded<PendingCommand>(Waiting);

    public ChannelReader<PendingCommand> Reader => _pending.Reader;

    /// <summary>Hands a command over; the task ends when it has been carried out, or fails with why it was not.</summary>
    /// <exception cref="ConflictException">Too many wait already.</exception>
    public Task SubmitAsync(AppCommand command)
    {
        var pending = new PendingCommand(command);
        return _pending.Writer.TryWrite(pending)
            ? pending.Done
            : throw new ConflictException("Many changes of the app wait already. Please try again in a moment.");
    }
}
