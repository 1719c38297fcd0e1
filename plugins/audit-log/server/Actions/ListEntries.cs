using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Records;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary><c>auditLogs:list</c>: a page of the log, newest first; without <c>count=none</c> also how many there are.</summary>
[Reads]
internal sealed class ListEntries(EntryQueries queries, RecordReader reader) : IAction
{
    private const int DefaultPageSize = 20;
    private const int LargestPageSize = 500;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var query = queries.Parse(context);
        var page = context.Params.Page;
        var pageSize = Math.Min(context.Params.PageSize ?? DefaultPageSize, LargestPageSize);
        var count =
            context.Params.Text("count") == "none" ? (long?)null : await reader.CountAsync(query, context.Aborted);
        using var records = await reader.ReadAsync(
            query with
            {
                Limit = pageSize,
                Offset = (long)(page - 1) * pageSize,
            },
            context.Aborted
        );
        var rows = RecordReader.ToJson(records);
        await context.WritePageAsync(rows.WriteTo, meta => WriteMeta(meta, count, page, pageSize));
    }

    private static void WriteMeta(Utf8JsonWriter meta, long? count, int page, int pageSize)
    {
        meta.WriteStartObject();
        if (count is { } all)
        {
            meta.WriteNumber("count", all);
            meta.WriteNumber("totalPage", (all + pageSize - 1) / pageSize);
        }

        meta.WriteNumber("page", page);
        meta.WriteNumber("pageSize", pageSize);
        meta.WriteEndObject();
    }
}
