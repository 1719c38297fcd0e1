using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Data.Records;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:list</c> and <c>collections.fields:list</c>: rows with their options made flat.</summary>
[Reads]
internal sealed class ListDefinitions(RecordQueries queries, RecordReader records, DefinitionsInUse inUse) : IAction
{
    private const int DefaultPageSize = 20;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        // Whoever is signed in may know the whole data model, fields and categories included.
        context.Access = null;
        var query = inUse.Narrow(queries.Parse(context), context);
        if (!context.Params.Paginate)
        {
            var all = await ReadAsync(context, query);
            await context.WriteNodeAsync(all);
            return;
        }

        var (page, pageSize) = (context.Params.Page, context.Params.PageSize ?? DefaultPageSize);
        var count = await records.CountAsync(query, context.Aborted);
        var rows = await ReadAsync(context, query with { Limit = pageSize, Offset = (long)(page - 1) * pageSize });
        await context.WritePageAsync(
            writer => rows.WriteTo(writer),
            meta =>
            {
                meta.WriteStartObject();
                meta.WriteNumber("count", count);
                meta.WriteNumber("page", page);
                meta.WriteNumber("pageSize", pageSize);
                meta.WriteNumber("totalPage", (count + pageSize - 1) / pageSize);
                meta.WriteEndObject();
            }
        );
    }

    private async Task<JsonArray> ReadAsync(ActionContext context, Data.Querying.RecordQuery query)
    {
        using var page = await records.ReadAsync(query, context.Aborted);
        var rows = JsonNode.Parse(RecordReader.ToJson(page).GetRawText())!.AsArray();
        foreach (var row in rows.OfType<JsonObject>())
        {
            DefinitionJson.Flatten(row, context.Schema, context.Association is null);
        }

        return rows;
    }
}
