using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;
using Pergola.Plugins.Collections.Collections;

namespace Pergola.Plugins.Collections.Actions;

/// <summary>Puts a collection into categories; they order the designer and change no table.</summary>
internal sealed class CollectionCategories(RecordWrites writes, RecordWriter writer, RecordReader reader)
{
    /// <exception cref="ValidationException">Not a list, or a category that does not exist.</exception>
    public async Task CheckAsync(ActionContext context, JsonNode given)
    {
        var table = context.Schema[CollectionCategoriesCollection.Name];
        foreach (var id in Ids(given))
        {
            var query = new RecordQuery(table) { Filter = KeyParser.Filter(id, table, context.ValueContext) };
            if ((await reader.FindAsync(query, context.Aborted)).ValueKind != JsonValueKind.Object)
            {
                throw new ValidationException(
                    "Category {category} does not exist",
                    [("category", id.ToString())],
                    "category"
                );
            }
        }
    }

    /// <param name="context">The request.</param>
    /// <param name="collection">Name of the collection.</param>
    /// <param name="given">Category ids, or objects with an <c>id</c>.</param>
    /// <returns>The categories as records.</returns>
    public async Task<JsonNode> SetAsync(ActionContext context, string collection, JsonNode given)
    {
        var relation = (Relation)Category(context.Schema);
        var scope = new AssociationScope(relation, collection);
        var ids = Ids(given);
        await writes.RunAsync(
            context,
            async session =>
            {
                await writer.ChangeLinksAsync(session, scope, LinkAction.Set, ids, context.Aborted);
                return true;
            }
        );
        using var page = await reader.ReadAsync(new RecordQuery(relation.Target) { Scope = scope }, context.Aborted);
        var records = JsonNode.Parse(RecordReader.ToJson(page).GetRawText())!.AsArray();
        foreach (var record in records.OfType<JsonObject>())
        {
            record.Remove("_pivot_");
        }

        return records;
    }

    private static Field Category(SchemaSnapshot schema) =>
        schema[CollectionsCollection.Name].TryGetField("category", out var field)
            ? field
            : throw new InvalidOperationException("collections has no categories.");

    private static List<JsonElement> Ids(JsonNode given)
    {
        if (given is not JsonArray list)
        {
            throw new ValidationException("{field} must be an array", [("field", "category")], "category");
        }

        return
        [
            .. list.Select(item =>
                JsonSerializer.SerializeToElement(item is JsonObject record ? record["id"] : item, JsonText.Serializer)
            ),
        ];
    }
}
