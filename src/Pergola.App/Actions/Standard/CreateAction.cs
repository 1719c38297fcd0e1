using System.Text.Json;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Creates one record, or several in one transaction when the body is an array.</summary>
public sealed class CreateAction(RecordWrites writes, RecordWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var values = RecordWrites.Objects(context.Values);
        var options = RecordWrites.Options(context);
        var collection = context.Collection;
        var scope = AssociationScopes.Of(context);
        var created = await writes.RunAsync(
            context,
            session =>
                scope is null
                    ? writer.InsertManyAsync(session, collection, values, options, context.Aborted)
                    : writer.InsertLinkedAsync(session, scope, values, options, context.Aborted)
        );
        if (context.Values.ValueKind == JsonValueKind.Array)
        {
            await context.WriteDataAsync(json => WrittenRecords.WriteArray(json, created, context));
        }
        else
        {
            await context.WriteWrittenAsync(created[0]);
        }
    }
}
