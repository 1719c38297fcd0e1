using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary><c>uiLayouts:listEnabled</c>, <c>uiLayouts:listAccessible</c>: the layouts that are switched on.</summary>
[Reads]
internal sealed class ListLayouts(RecordReader records) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var layouts = context.Collection;
        var query = new RecordQuery(layouts)
        {
            Filter = FilterCondition.EqualTo(layouts.Column("enabled"), true),
            Sort = [new SortKey(FieldPath.Of(layouts.Column("uid")), Descending: false)],
        };
        using var found = await records.ReadAsync(query, context.Aborted);
        await context.WriteDataAsync(RecordReader.ToJson(found));
    }
}
