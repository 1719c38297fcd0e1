using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.UiSchemas.Schemas;

namespace Pergola.Plugins.UiSchemas.Actions;

/// <summary><c>uiSchemas:insert</c>, <c>uiSchemas:insertNewSchema</c>: adds a tree of nodes.</summary>
internal sealed class InsertSchema(SchemaChange change, SchemaWriter writer) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        change.AnswerAsync(context, session => writer.InsertAsync(session, context.Values, context.Aborted));
}

/// <summary>
/// <c>uiSchemas:insertAdjacent/&lt;uid&gt;</c> and its short forms: puts a new or a stored node beside or in another one.
/// </summary>
internal sealed class InsertAdjacentSchema(SchemaChange change, SchemaWriter writer, SchemaForest forest) : IAction
{
    private const string Prefix = "insert";

    public ValueTask ExecuteAsync(ActionContext context)
    {
        var target = context.Uid();
        var position = Position(context);
        var schema = context.Values.Get("schema") is { ValueKind: JsonValueKind.Object } given ? given : context.Values;
        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("{field} must be an object", [("field", "schema")], "schema");
        }

        return change.AnswerAsync(
            context,
            async session =>
            {
                var uid = SchemaInput.UidOf(schema);
                var before = uid is null
                    ? null
                    : (await forest.Reader.FindAsync(session, [uid], context.Aborted)).GetValueOrDefault(uid)?.Parent;
                var placed = context.Values.Get("wrap") is { ValueKind: JsonValueKind.Object } wrap
                    ? await WrapAsync(wrap)
                    : await writer.PlaceAsync(session, schema, target, position, context.Aborted);
                if (context.Params.Flag("removeParentsIfNoChildren"))
                {
                    var stays = context.Params.Json("breakRemoveOn");
                    await writer.RemoveEmptyAsync(session, before, stays, context.Aborted);
                }

                return placed;

                async Task<string> WrapAsync(JsonElement outer)
                {
                    var outside = await writer.PlaceAsync(session, outer, target, position, context.Aborted);
                    var inner = (await forest.Reader.ReadAsync(session, outside, context.Aborted))[^1].Key;
                    await writer.PlaceAsync(session, schema, inner, SchemaPosition.Parse("beforeEnd"), context.Aborted);
                    return outside;
                }
            }
        );
    }

    private static SchemaPosition Position(ActionContext context)
    {
        var ending = context.Route.Action[Prefix.Length..];
        return SchemaPosition.Parse(
            ending == "Adjacent" ? context.Params.Text("position") : char.ToLowerInvariant(ending[0]) + ending[1..]
        );
    }
}
