using Pergola.App.Actions;
using Pergola.Plugins.Collections.Definitions;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections.fields:create</c>: stores the definition and adds the column.</summary>
internal sealed class CreateField(SchemaChange change) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var values = RequestBody.Object(context.Values);
        var (created, reverse) = await change.RunAsync(
            (draft, editor) =>
            {
                var field = editor.CreateField(RequestBody.Owner(context, draft), values);
                return (field, draft.FindByKey(field.ReverseKey));
            },
            context.Aborted
        );
        context.NoteKey(created.Name);
        var json = DefinitionJson.Field(created);
        if (reverse is not null)
        {
            // As recorded: the reverse side is shown with its link, the field itself without.
            json["reverseField"] = DefinitionJson.Field(reverse);
            json["reverseKey"] = null;
        }

        await context.WriteNodeAsync(json);
    }
}
