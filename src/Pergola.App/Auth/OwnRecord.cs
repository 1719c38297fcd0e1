using System.Buffers;
using System.Text.Json;
using Pergola.Data.Records;

namespace Pergola.App.Auth;

/// <summary>An account as the actions on one's own answer it (recorded): without who changed it last, who is oneself.</summary>
public static class OwnRecord
{
    public static void Write(Utf8JsonWriter writer, JsonElement record)
    {
        writer.WriteStartObject();
        foreach (var property in record.EnumerateObject().Where(property => property.Name != "updatedById"))
        {
            property.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, WrittenRecord record)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            record.WriteTo(json);
        }

        using var parsed = JsonDocument.Parse(bytes.WrittenMemory);
        Write(writer, parsed.RootElement);
    }
}
