using System.Buffers;
using System.Text.Json;
using Pergola.Core.Json;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesFile(Stream output) : IEntryFile
{
    public async ValueTask WriteAsync(JsonElement entries, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var entry in entries.EnumerateArray())
        {
            using (var json = new Utf8JsonWriter(buffer, JsonText.Writer))
            {
                entry.WriteTo(json);
            }

            buffer.Write("\n"u8);
        }

        await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
