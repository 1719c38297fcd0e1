using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:destroy</c>: removes definitions, their tables, and the relations that lead to them.</summary>
internal sealed class DestroyCollection(SchemaChange change) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var names = RequestBody.Keys(context);
        var count = await change.RunAsync(
            (draft, editor) =>
            {
                var found = names.Select(draft.Find).OfType<DraftCollection>().Distinct().ToList();
                if (found.Count == 0 && names.Any(editor.IsDefinedByPlugin))
                {
                    throw new ForbiddenException();
                }

                found.ForEach(editor.DestroyCollection);
                return found.Count;
            },
            context.Aborted,
            context.Params.Flag("cascade")
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement(count));
    }
}
