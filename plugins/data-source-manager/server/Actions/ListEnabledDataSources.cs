using Pergola.App.Actions;

namespace Pergola.Plugins.DataSourceManager.Actions;

/// <summary><c>dataSources:listEnabled</c>: the data sources beside the app's own, of which there are none yet.</summary>
[Reads]
internal sealed class ListEnabledDataSources : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            json.WriteEndArray();
        });
}
