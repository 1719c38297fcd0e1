using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:get</c>: a part of a page as a record.</summary>
[Reads]
internal sealed class GetFlowModel(RecordQueries queries, RecordReader records) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var query = queries.ParseWithKeys(context) with { Selection = Selection.All(context.Collection) };
        var row = await records.FindAsync(query, context.Aborted);
        await (
            row.ValueKind == JsonValueKind.Undefined
                ? context.WriteDataAsync(JsonText.Null)
                : context.WriteDataAsync(json => FlowModelRecord.Write(json, row))
        );
    }
}
