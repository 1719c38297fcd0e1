using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Schema;
using Pergola.Plugins.AuditLog.Collections;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary>
/// Queries of the log, newest entries first. <c>filter</c> takes the fields of an entry with the operators of records, and
/// <c>text</c>; <c>until</c> leaves out what is newer than an entry, so that pages stay what they were while entries arrive.
/// </summary>
internal sealed class EntryQueries(FilterParser filters)
{
    private const int LongestText = 200;
    private static readonly string[] Searched =
    [
        "userName",
        "account",
        "resource",
        "action",
        "recordKey",
        "address",
        "requestId",
        "apiKey",
    ];

    /// <exception cref="BadRequestException">A parameter is wrong; the message names it.</exception>
    public RecordQuery Parse(ActionContext context)
    {
        var table = context.Schema[AuditEntriesCollection.Name];
        var id = table.Column("id");
        var filter = context.Params.Filter is { } given
            ? filters.Parse(Expand(given), table, context.ValueContext)
            : null;
        if (context.Params.Text("until") is { Length: > 0 } until)
        {
            var newest = long.TryParse(until, out var key) ? key : throw NotANumber("until");
            filter = FilterNode.And(
                filter,
                new FilterCondition(
                    FieldPath.Of(id),
                    (sql, column) => sql.Append($"{column} <= ").Parameter(newest, id.ColumnType)
                )
            );
        }

        return new RecordQuery(table) { Filter = filter, Sort = [new SortKey(FieldPath.Of(id), Descending: true)] };
    }

    /// <summary>The entry of <c>filterByTk</c>, with the values it changed.</summary>
    public static RecordQuery ParseOne(ActionContext context)
    {
        var table = context.Schema[AuditEntriesCollection.Name];
        table.TryGetRelation("changes", out var changes);
        var key =
            context.Params.FilterByTk ?? throw new BadRequestException("filterByTk is required", field: "filterByTk");
        return new RecordQuery(table)
        {
            Selection = Selection.All(table) with { Appends = [new Append(changes!, Selection.All(changes!.Target))] },
            Filter = KeyParser.Filter(key, table, context.ValueContext),
            Limit = 1,
        };
    }

    public static BadRequestException NotANumber(string name) =>
        new("\"{field}\" must be a whole number", [("field", name)], name);

    /// <summary>Turns what the log has words of its own for into conditions on its columns.</summary>
    private static JsonElement Expand(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            return given;
        }

        QueryText.CheckAll(given, "filter");
        var isHistory = IsText(given.Get("resource")) && IsText(given.Get("recordKey"));
        var all = new JsonArray();
        if (isHistory)
        {
            all.Add(HistoryOf(given.Text("resource")!, given.Text("recordKey")!));
        }

        foreach (var entry in given.EnumerateObject())
        {
            if (entry.Name == "text")
            {
                all.Add(AnyOf(Searched.Select(field => Condition(field, TextOf(entry.Value)))));
            }
            else if (!isHistory || entry.Name is not ("resource" or "recordKey"))
            {
                all.Add(Condition(entry.Name, JsonSerializer.SerializeToNode(entry.Value)));
            }
        }

        return JsonText.Parse(new JsonObject { ["$and"] = all }.ToJsonString(JsonText.Serializer));
    }

    /// <summary>
    /// What was done to one record: to itself, to its links, and by way of other records where its values are recorded.
    /// </summary>
    private static JsonObject HistoryOf(string resource, string key) =>
        AnyOf([
            new JsonObject { ["collection"] = resource, ["recordKey"] = key },
            new JsonObject { ["resource"] = resource, ["recordKey"] = key },
            new JsonObject
            {
                ["resource"] = new JsonObject { ["$startsWith"] = resource + "." },
                ["sourceKey"] = key,
            },
            new JsonObject
            {
                ["changes"] = new JsonObject { ["collection"] = resource, ["recordKey"] = key },
            },
        ]);

    private static JsonObject AnyOf(IEnumerable<JsonObject> conditions) =>
        new() { ["$or"] = new JsonArray([.. conditions]) };

    private static JsonObject Condition(string field, JsonNode? condition) => new() { [field] = condition };

    private static bool IsText(JsonElement? value) => value?.ValueKind == JsonValueKind.String;

    private static JsonObject TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text
            ? new JsonObject { ["$includes"] = text }
            : throw new BadRequestException(
                "\"{field}\" must be a text of at most {limit} characters",
                [("field", "text"), ("limit", $"{LongestText}")],
                "text"
            );
}
