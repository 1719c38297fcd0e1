using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.DataSourceManager.Actions;

/// <summary><c>dataSources:get</c>: what kind of data source it is.</summary>
[Reads]
internal sealed class GetDataSource(RecordReader reader) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var table = context.Collection;
        var keys =
            context.Params.FilterByTk
            ?? throw new BadRequestException("Parameter {name} is missing", [("name", "filterByTk")], "filterByTk");
        var query = new RecordQuery(table) { Filter = KeyParser.Filter(keys, table, context.ValueContext) };
        var row = await reader.FindAsync(query, context.Aborted);
        await context.WriteDataAsync(json => Write(json, row));
    }

    private static void Write(Utf8JsonWriter json, JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("key", row.Text("key"));
        json.WriteString("displayName", row.Text("displayName"));
        json.WriteString("type", row.Text("type"));
        json.WriteBoolean("isDBInstance", true);
        json.WriteEndObject();
    }
}
