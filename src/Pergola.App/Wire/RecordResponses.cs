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
    /// Answers <c>{"data":[…],"meta":{…}}</c> with the records of a query, page by page. Nothing leaves before the first page
    /// is read; a failure after that breaks the connection.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="cursor">The running query.</param>
    /// <param name="most">Records to answer; the query may have one more.</param>
    /// <param name="writeMeta">Writes the metadata, told whether the query had more; null for none.</param>
    public static ValueTask WriteRecordsAsync(
        this ActionContext context,
        RecordCursor cursor,
        long most,
        Action<Utf8JsonWriter, bool>? writeMeta
    ) =>
        context.Response.WriteAsync(
            async buffer =>
            {
                var allowed = writeMeta is null ? null : AllowedActions.Of(context);
                var left = most;
                var isFirst = true;
                bool more;
                bool exceeded;
                buffer.Write("{\"data\":["u8);
                do
                {
                    using var page = await cursor.NextAsync(context.Aborted);
                    more = page.HasMore;
                    exceeded = page.Count > left;
                    page.Cut((int)Math.Min(left, int.MaxValue));
                    left -= page.Count;
                    if (page.Count > 0)
                    {
                        buffer.Write(isFirst ? ""u8 : ","u8);
                        page.WriteTo(buffer);
                        allowed?.Add(page);
                        isFirst = false;
                    }

                    if (more && buffer.WrittenCount >= FlushAt)
                    {
                        await buffer.SendAsync(context.Aborted);
                    }
                } while (more);

                buffer.Write("]"u8);
                if (writeMeta is not null)
                {
                    // The cursor has let go of its connection: a request holds one at a time.
                    await (allowed?.ResolveAsync(context) ?? ValueTask.CompletedTask);
                    WriteMeta(buffer, meta => writeMeta(meta, exceeded), allowed);
                }

                buffer.Write("}"u8);
            },
            context.Aborted
        );

    /// <summary>Answers <c>{"data":{…}}</c> with the only record of a page.</summary>
    public static ValueTask WriteRecordAsync(this ActionContext context, RecordPage page) =>
        context.Response.WriteAsync(
            async buffer =>
            {
                buffer.Write("{\"data\":"u8);
                page.WriteTo(buffer);
                var allowed = AllowedActions.Of(context);
                allowed?.Add(page);
                if (allowed is { IsKnown: true })
                {
                    await allowed.ResolveAsync(context);
                    WriteMeta(buffer, null, allowed);
                }

                buffer.Write("}"u8);
            },
            context.Aborted
        );

    private static void WriteMeta(ResponseBuffer buffer, Action<Utf8JsonWriter>? writeMeta, AllowedActions? allowed)
    {
        buffer.Write(",\"meta\":"u8);
        using var writer = new Utf8JsonWriter(buffer, JsonText.Writer);
        writer.WriteStartObject();
        writeMeta?.Invoke(writer);
        if (allowed is { IsKnown: true })
        {
            allowed.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
