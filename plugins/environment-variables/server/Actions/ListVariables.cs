using Pergola.App.Actions;
using Pergola.Plugins.EnvironmentVariables.Values;

namespace Pergola.Plugins.EnvironmentVariables.Actions;

/// <summary><c>environmentVariables:list</c>: all that a filter selects, by name; of secrets only that they are there.</summary>
[Reads]
internal sealed class ListVariables(RecordQueries queries, VariableReader variables, VariableBook book) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var filter = queries.Parse(context).Filter;
        var rows = await variables.ReadRowsAsync(filter, context.Aborted);
        await context.WritePageAsync(
            json =>
            {
                json.WriteStartArray();
                foreach (var row in rows)
                {
                    VariableJson.Write(json, row);
                }

                json.WriteEndArray();
            },
            meta =>
            {
                meta.WriteStartObject();
                meta.WriteBoolean("updated", book.HasChanged);
                meta.WriteEndObject();
            }
        );
    }
}
