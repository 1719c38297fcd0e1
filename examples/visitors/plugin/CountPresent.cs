using Pergola.App.Actions;
using Pergola.App.Records;

namespace Acme.Visitors;

/// <summary><c>GET visitors:countPresent</c>: how many are in the house.</summary>
[Reads]
public sealed class CountPresent(RecordSets records) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var count = await records.Of<Visitor>().CountAsync(new { leftAt = (string?)null }, context.Aborted);
        await context.WriteDataAsync(json => json.WriteNumberValue(count));
    }
}
