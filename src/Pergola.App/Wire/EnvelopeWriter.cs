using System.Text.Json;

namespace Pergola.App.Wire;

/// <summary>The object around every successful answer.</summary>
internal static class EnvelopeWriter
{
    private static readonly JsonEncodedText DataName = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText MetaName = JsonEncodedText.Encode("meta");

    public static void Data(Utf8JsonWriter writer, Action<Utf8JsonWriter> writeValue) =>
        Page(writer, writeValue, writeMeta: null);

    public static void Page(Utf8JsonWriter writer, Action<Utf8JsonWriter> writeRows, Action<Utf8JsonWriter>? writeMeta)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(DataName);
        writeRows(writer);
        Close(writer, writeMeta);
    }

    public static async ValueTask PageAsync(
        JsonStream stream,
        Func<JsonStream, ValueTask> writeRows,
        Action<Utf8JsonWriter>? writeMeta
    )
    {
        stream.Writer.WriteStartObject();
        stream.Writer.WritePropertyName(DataName);
        await writeRows(stream);
        Close(stream.Writer, writeMeta);
    }

    public static void EmptyObject(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    private static void Close(Utf8JsonWriter writer, Action<Utf8JsonWriter>? writeMeta)
    {
        if (writeMeta is not null)
        {
            writer.WritePropertyName(MetaName);
            writeMeta(writer);
        }

        writer.WriteEndObject();
    }
}
