using System.Buffers;
using System.Text.Json;
using Pergola.App.Acl;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Records;

namespace Pergola.App.Wire;

/// <summary>Answers made of records: their JSON goes from the page to the response as it is.</summary>
internal static class RecordResponses
{
    private const int FlushAt = 64 * 1024;

    /// <summary>
    /// Answers <c>{"data":[…],"meta":{…}}</c> with a page and whatever follows it. A failure after the first page has left
    /// breaks the connection.
    /// </summary>
    public static ValueTask WriteRecordsAsync(
        this ActionContext context,
        RecordCursor? cursor,
        RecordPage first,
        Action<Utf8JsonWriter>? writeMeta
    ) =>
        context.Response.WriteAsync(
            async buffer =>
            {
                buffer.Write("{\"data\":["u8);
                first.WriteTo(buffer);
                var more = cursor is not null && first.HasMore;
                while (more)
                {
                    if (buffer.WrittenCount >= FlushAt)
                    {
                        await buffer.SendAsync(context.Aborted);
                    }

                    using var next = await cursor!.NextAsync(context.Aborted);
                    if (next.Count > 0)
                    {
                        buffer.Write(","u8);
                        next.WriteTo(buffer);
                    }

                    more = next.HasMore;
                }

                buffer.Write("]"u8);
                WriteMeta(buffer, writeMeta);
                buffer.Write("}"u8);
            },
            context.Aborted
        );

    /// <summary>Answers <c>{"data":{…}}</c> with the only record of a page.</summary>
    public static ValueTask WriteRecordAsync(this ActionContext context, RecordPage page) =>
        context.Response.WriteAsync(
            buffer =>
            {
                buffer.Write("{\"data\":"u8);
                page.WriteTo(buffer);
                WriteMeta(buffer, AllowedActions.Of(context, page));
                buffer.Write("}"u8);
                return ValueTask.CompletedTask;
            },
            context.Aborted
        );

    private static void WriteMeta(ResponseBuffer buffer, Action<Utf8JsonWriter>? writeMeta)
    {
        if (writeMeta is null)
        {
            return;
        }

        buffer.Write(",\"meta\":"u8);
        using var writer = new Utf8JsonWriter(buffer, JsonText.Writer);
        writer.WriteStartObject();
        writeMeta(writer);
        writer.WriteEndObject();
    }
}
