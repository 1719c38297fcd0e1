using Pergola.App.Wire;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Answers the record that has the values of <c>filterKeys</c>, created if need be.</summary>
internal sealed class FirstOrCreateAction(RecordLookup lookup, RecordReader records, RecordQueries queries) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var (found, created) = await lookup.RunAsync(context, (session, key) => ReadAsync(context, session, key));
        using (found)
        {
            await (found is null ? context.WriteWrittenAsync(created!) : context.WriteRecordAsync(found));
        }
    }

    private Task<RecordPage> ReadAsync(ActionContext context, WriteSession session, RecordKey key)
    {
        var query = new RecordQuery(context.Collection) { Filter = FilterCondition.Key(key), Limit = 1 };
        return records.ReadAsync(queries.Narrow(context, query), session, context.Aborted).AsTask();
    }
}
