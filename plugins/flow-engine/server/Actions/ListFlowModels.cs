using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:list</c>: parts of pages as records, page by page.</summary>
[Reads]
internal sealed class ListFlowModels(RecordQueries queries, RecordReader records) : IAction
{
    private const int DefaultPageSize = 20;
    private const int MaxPageSize = 200;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var page = context.Params.Page;
        var pageSize = Math.Min(context.Params.PageSize ?? DefaultPageSize, MaxPageSize);
        var query = queries.Parse(context) with { Selection = Selection.All(context.Collection) };
        var count = await records.CountAsync(query, context.Aborted);
        using var found = await records.ReadAsync(
            query with
            {
                Limit = pageSize,
                Offset = (long)(page - 1) * pageSize,
            },
            context.Aborted
        );
        var rows = RecordReader.ToJson(found);
        await context.WritePageAsync(json => Write(json, rows), meta => Write(meta, count, page, pageSize));
    }

    private static void Write(Utf8JsonWriter json, JsonElement rows)
    {
        json.WriteStartArray();
        foreach (var row in rows.EnumerateArray())
        {
            FlowModelRecord.Write(json, row);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter meta, long count, int page, int pageSize)
    {
        meta.WriteStartObject();
        meta.WriteNumber("count", count);
        meta.WriteNumber("page", page);
        meta.WriteNumber("pageSize", pageSize);
        meta.WriteNumber("totalPage", (count + pageSize - 1) / pageSize);
        meta.WriteEndObject();
    }
}
