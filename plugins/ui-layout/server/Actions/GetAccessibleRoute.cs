using Pergola.App.Actions;
using Pergola.Data.Records;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary><c>desktopRoutes:getAccessible</c>: the first entry of a menu that the request asks for and the caller sees.</summary>
[Reads]
internal sealed class GetAccessibleRoute(VisibleRoutes visible, RecordReader records) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (visible.Query(context) is { } query)
        {
            using var found = await records.ReadAsync(query with { Limit = 1 }, context.Aborted);
            if (found.Count > 0)
            {
                await context.WriteDataAsync(RecordReader.ToJson(found)[0]);
                return;
            }
        }

        await context.WriteNoContentAsync();
    }
}
