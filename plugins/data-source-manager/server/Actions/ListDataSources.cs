using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.DataSourceManager.Actions;

/// <summary>
/// <c>dataSources:list</c>: the data sources with their state. How one reaches another database is shown to nobody.
/// </summary>
[Reads]
internal sealed class ListDataSources(RecordQueries queries, RecordReader reader) : IAction
{
    private const int DefaultPageSize = 20;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var query = queries.Parse(context) with { Selection = Data.Querying.Selection.All(context.Collection) };
        var count = await reader.CountAsync(query, context.Aborted);
        var (page, size) = (context.Params.Page, context.Params.PageSize ?? DefaultPageSize);
        if (context.Params.Paginate)
        {
            query = query with { Limit = size, Offset = (long)(page - 1) * size };
        }

        using var rows = await reader.ReadAsync(query, context.Aborted);
        var sources = RecordReader.ToJson(rows);
        await context.WritePageAsync(
            json => Write(json, sources),
            context.Params.Paginate
                ? meta =>
                {
                    meta.WriteStartObject();
                    meta.WriteNumber("count", count);
                    meta.WriteNumber("page", page);
                    meta.WriteNumber("pageSize", size);
                    meta.WriteNumber("totalPage", (count + size - 1) / size);
                    meta.WriteEndObject();
                }
                : null
        );
    }

    private static void Write(Utf8JsonWriter json, JsonElement sources)
    {
        json.WriteStartArray();
        foreach (var source in sources.EnumerateArray())
        {
            var isMain = source.Text("key") == "main";
            json.WriteStartObject();
            foreach (var property in source.EnumerateObject())
            {
                if (property.NameEquals("options") && !isMain)
                {
                    json.WritePropertyName("options");
                    JsonText.EmptyObject.WriteTo(json);
                }
                else
                {
                    property.WriteTo(json);
                }
            }

            json.WriteString("status", isMain ? "loaded" : "loading-failed");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
