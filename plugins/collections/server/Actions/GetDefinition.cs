using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:get</c> and <c>collections.fields:get</c>: one row by name, its options made flat.</summary>
[Reads]
internal sealed class GetDefinition(RecordQueries queries, RecordReader records, DefinitionsInUse inUse) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var query = inUse.Narrow(queries.Parse(context), context);
        if (context.Params.FilterByTk is { } key)
        {
            var name = context.Collection.Column("name");
            var byName = FilterCondition.EqualTo(name, KeyParser.Value(key, name, context.ValueContext));
            query = query with { Filter = FilterNode.And(byName, query.Filter) };
        }

        using var page = await records.ReadAsync(query with { Limit = 1 }, context.Aborted);
        if (page.Count == 0)
        {
            await context.WriteDataAsync(JsonText.Null);
            return;
        }

        var row = JsonNode.Parse(RecordReader.ToJson(page)[0].GetRawText())!.AsObject();
        DefinitionJson.Flatten(row, context.Schema, context.Association is null);
        await context.WriteNodeAsync(row);
    }
}
