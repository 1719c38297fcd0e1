using System.Text.Json;

namespace Pergola.App.Wire;

/// <summary>A JSON writer whose output leaves for the client whenever enough of it has gathered.</summary>
public sealed class JsonStream(Utf8JsonWriter writer, ResponseBuffer buffer, CancellationToken cancellationToken)
{
    private const int FlushAt = 32 * 1024;

    public Utf8JsonWriter Writer { get; } = writer;

    /// <summary>
    /// Sends what has gathered once it is much. From the first sending on a failure can only break the connection, so
    /// everything that may fail comes before.
    /// </summary>
    public ValueTask FlushIfFullAsync()
    {
        if (buffer.WrittenCount + Writer.BytesPending < FlushAt)
        {
            return ValueTask.CompletedTask;
        }

        Writer.Flush();
        return buffer.SendAsync(cancellationToken);
    }
}
