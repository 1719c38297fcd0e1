using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Plugins.Collections.Definitions;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:listMeta</c>: every stored collection with its fields in one answer; clients start with it.</summary>
[Reads]
internal sealed class ListMeta(Database database, DefinitionTables tables, SchemaComposer composer, MetaOptions options)
    : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        await using var connection = await database.OpenAsync(context.Aborted);
        var draft = await tables.ReadAsync(context.Schema, connection, null, context.Aborted);
        var answer = new JsonArray();
        foreach (var collection in draft.Collections.Where(c => !composer.Hidden.Contains(c.Name)).OrderBy(c => c.Sort))
        {
            answer.Add(Describe(collection, context));
        }

        await context.WriteNodeAsync(answer);
    }

    private JsonObject Describe(DraftCollection collection, ActionContext context)
    {
        var json = DefinitionJson.Collection(collection, context.Schema, withFields: false);
        json["origin"] = "@nocobase/plugin-data-source-main";
        json["sort"] = collection.Sort;
        json["loadedFromCollectionManager"] = true;
        json["schema"] = options.Schema;
        json["dumpRules"] = new JsonObject { ["group"] = "custom" };
        json["underscored"] = options.Underscored;
        var fields = new JsonArray();
        var models = new JsonArray();
        foreach (var field in collection.Fields.OrderBy(f => f.Sort))
        {
            var described = DefinitionJson.Field(field);
            if (!field.Flag("isForeignKey"))
            {
                models.Add(described.DeepClone());
            }

            described["__sort"] = Math.Max(1, field.Sort);
            fields.Add((JsonNode)described);
        }

        json["fields"] = fields;
        json["fieldModels"] = models;
        return json;
    }
}

/// <summary>Settings of the database that clients are told.</summary>
internal sealed record MetaOptions(string Schema, bool Underscored);
