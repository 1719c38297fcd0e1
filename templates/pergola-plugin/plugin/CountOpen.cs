using Pergola.App.Actions;
using Pergola.App.Records;

namespace Acme.Sample;

/// <summary><c>GET sample_entries:countOpen</c>: how many entries are not done.</summary>
[Reads]
public sealed class CountOpen(RecordSets records) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        // A filter as the API takes it.
        var open = new Dictionary<string, object> { ["done.$isFalsy"] = true };
        var count = await records.Of<Entry>().CountAsync(open, context.Aborted);
        await context.WriteDataAsync(json => json.WriteNumberValue(count));
    }
}
