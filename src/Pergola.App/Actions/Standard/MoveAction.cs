using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.App.Actions.Standard;

/// <summary>Moves a record in the order that a sort field keeps.</summary>
internal sealed class MoveAction(RecordWrites writes, RecordWriter writer, RecordQueries queries) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var parameters = context.Params;
        var source =
            Key(context, "sourceId")
            ?? throw new BadRequestException("Parameter {name} is missing", [("name", "sourceId")], "sourceId");
        var move = new RecordMove(source)
        {
            SortField = parameters.Text("sortField") is { Length: > 0 } named ? named : DefaultSortField(context),
            Target = Key(context, "targetId"),
            TargetScope = Scope(context),
            InsertAfter = parameters.Text("method") == "insertAfter",
            Prepend = parameters.Text("method") == "prepend",
            Sticky = parameters.Flag("sticky"),
        };
        move = move with { KeepsScope = KeepsScope(context, move.SortField) };
        await writes.RunAsync(
            context,
            async session =>
            {
                await RequireReachableAsync(context, session, move.Source, "sourceId");
                await RequireReachableAsync(context, session, move.Target, "targetId");
                await writer.MoveAsync(session, context.Collection, move, context.Aborted);
                return true;
            }
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok", JsonText.Serializer));
    }

    /// <summary>
    /// Whether the record stays among those it is ordered with: the caller may change its place, yet not the field that says
    /// which order it belongs to.
    /// </summary>
    /// <exception cref="ForbiddenException">The caller may not write the sort field.</exception>
    private static bool KeepsScope(ActionContext context, string sortField)
    {
        if (context.Access is null || context.Params.Whitelist is not { } writable)
        {
            return false;
        }

        if (!writable.Contains(sortField, StringComparer.Ordinal))
        {
            throw new ForbiddenException("You may not use the field {field}", [("field", sortField)], sortField);
        }

        return context.Collection.TryGetColumn(sortField, out var sort)
            && sort.Definition.Text("scopeKey") is { } scope
            && !writable.Contains(scope, StringComparer.Ordinal);
    }

    /// <summary>Records that are not the caller's are not there, neither to be moved nor to be moved to.</summary>
    private async Task RequireReachableAsync(
        ActionContext context,
        WriteSession session,
        RecordKey? key,
        string parameter
    )
    {
        if (key is null || context.Conditions.Count == 0)
        {
            return;
        }

        var query = new RecordQuery(context.Collection) { Filter = queries.Reachable(context, key) };
        if ((await writes.FindKeysAsync(query, session, context.Aborted)).Count == 0)
        {
            throw new BadRequestException("The record does not exist", field: parameter);
        }
    }

    private static string DefaultSortField(ActionContext context) =>
        context.Association is HasMany relation ? relation.ForeignKey.Name + "Sort" : "sort";

    private static RecordKey? Key(ActionContext context, string parameter)
    {
        if (context.Params.Text(parameter) is not { Length: > 0 } text)
        {
            return null;
        }

        var column = context.Collection.SingleKey;
        var value = KeyParser.Value(JsonSerializer.SerializeToElement(text), column, context.ValueContext);
        return new RecordKey([column], [value]);
    }

    /// <summary>
    /// The value of the scope in <c>targetScope[field]</c>; the field is the sort field's own, so its name is not needed.
    /// </summary>
    private static JsonElement Scope(ActionContext context)
    {
        if (context.Params.Json("targetScope") is not { } scope)
        {
            return default;
        }

        return scope.ValueKind == JsonValueKind.Object && scope.EnumerateObject().ToList() is [var single]
            ? single.Value
            : throw new BadRequestException(
                "{parameter} must name one field and its value",
                [("parameter", "targetScope")],
                "targetScope"
            );
    }
}
