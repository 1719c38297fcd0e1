using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Actions;

/// <summary>What the definition actions read from a request.</summary>
internal static class RequestBody
{
    public static JsonObject Object(JsonElement values) =>
        values.ValueKind == JsonValueKind.Object
            ? JsonNode.Parse(values.GetRawText())!.AsObject()
            : throw new BadRequestException("The body must be a JSON object");

    /// <summary>The one name in <c>filterByTk</c>.</summary>
    public static string Key(ActionContext context) =>
        Keys(context) is [var name]
            ? name
            : throw new BadRequestException(
                "{parameter} must be one name",
                [("parameter", "filterByTk")],
                "filterByTk"
            );

    /// <summary>The names in <c>filterByTk</c>.</summary>
    public static IReadOnlyList<string> Keys(ActionContext context)
    {
        var keys = context.Params.FilterByTks ?? [];
        if (keys.Count == 0 || keys.Any(k => k.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)))
        {
            throw new BadRequestException("{parameter} must be a name", [("parameter", "filterByTk")], "filterByTk");
        }

        return [.. keys.Select(k => k.ToString())];
    }

    public static string Required(ActionContext context, string parameter) =>
        context.Params.Text(parameter) is { Length: > 0 } text
            ? text
            : throw new BadRequestException("Parameter {name} is missing", [("name", parameter)], parameter);

    /// <summary>The collection whose fields the URL addresses.</summary>
    public static DraftCollection Owner(ActionContext context, DefinitionDraft draft)
    {
        var name = context.Route.SourceKey ?? "";
        return draft.Find(name)
            ?? throw new NotFoundException(
                "Collection {collection} does not exist",
                [("collection", name)],
                "collectionName"
            );
    }

    public static ValueTask WriteNodeAsync(this ActionContext context, JsonNode node) =>
        context.WriteDataAsync(writer => node.WriteTo(writer, JsonText.Serializer));
}
