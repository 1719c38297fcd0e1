using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;

namespace Pergola.App.Actions.Standard;

/// <summary>Changes the links of a source record, or the elements of a field that holds an array.</summary>
internal abstract class LinkChange(RecordWrites writes, RecordWriter writer, RecordQueries queries, LinkAction action)
    : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var targets = Targets(context);
        await writes.RunAsync(
            context,
            async session =>
            {
                await RefuseForeignSourceAsync(context, session);
                await ChangeAsync(context, session, targets);
                return true;
            }
        );
        if (action == LinkAction.Toggle)
        {
            await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok", JsonText.Serializer));
        }
        else
        {
            await context.WriteEmptyObjectAsync();
        }
    }

    /// <exception cref="ForbiddenException">The source record is not within what the caller may update.</exception>
    private async Task RefuseForeignSourceAsync(ActionContext context, WriteSession session)
    {
        if (
            context is { SourcePermission: { Scopes.Count: > 0 } permission, Target.Source: { } source }
            && context.Route.SourceKey is { } text
            && context.Association is { } relation
        )
        {
            var column = AssociationScopes.KeyColumn(relation);
            var key = AssociationScopes.SourceKey(text, column, context.ValueContext);
            var query = new RecordQuery(source)
            {
                Filter = FilterNode.And(
                    FilterCondition.EqualTo(column, key),
                    queries.ScopeOf(context, permission, source)
                ),
            };
            if ((await writes.FindKeysAsync(query, session, context.Aborted)).Count == 0)
            {
                throw new ForbiddenException();
            }
        }
    }

    private Task ChangeAsync(ActionContext context, WriteSession session, IReadOnlyList<JsonElement> targets)
    {
        if (AssociationScopes.Of(context) is { } scope)
        {
            return writer.ChangeLinksAsync(session, scope, action, targets, context.Aborted);
        }

        if (context.Target.Field is ColumnField field && context.Route.SourceKey is { } text)
        {
            var column = field.Collection.SingleKey;
            var value = AssociationScopes.SourceKey(text, column, context.ValueContext);
            var key = new RecordKey([column], [value]);
            return writer.ChangeArrayAsync(session, field, key, action, targets, context.Aborted);
        }

        throw new BadRequestException(
            "Action {action} works on associations only",
            [("action", context.Route.Action)],
            context.Route.Action
        );
    }

    /// <summary>Keys from <c>filterByTk</c> (also comma text), else <c>filterByTks</c>, else the body.</summary>
    private static IReadOnlyList<JsonElement> Targets(ActionContext context)
    {
        if (context.Params.FilterByTks is { Count: > 0 } keys)
        {
            return keys is [{ ValueKind: JsonValueKind.String } text]
                ?
                [
                    .. text.GetString()!
                        .Split(',')
                        .Select(k => JsonSerializer.SerializeToElement(k, JsonText.Serializer)),
                ]
                : keys;
        }

        if (context.Params.Json("filterByTks") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
        {
            return [.. list.EnumerateArray()];
        }

        return context.Values.ValueKind == JsonValueKind.Array ? [.. context.Values.EnumerateArray()] : [];
    }
}

/// <summary>Links further targets.</summary>
internal sealed class AddAction(RecordWrites writes, RecordWriter writer, RecordQueries queries)
    : LinkChange(writes, writer, queries, LinkAction.Add);

/// <summary>Makes the links equal to a list.</summary>
internal sealed class SetAction(RecordWrites writes, RecordWriter writer, RecordQueries queries)
    : LinkChange(writes, writer, queries, LinkAction.Set);

/// <summary>Removes links.</summary>
internal sealed class RemoveAction(RecordWrites writes, RecordWriter writer, RecordQueries queries)
    : LinkChange(writes, writer, queries, LinkAction.Remove);

/// <summary>Links a target that is not linked, unlinks one that is.</summary>
internal sealed class ToggleAction(RecordWrites writes, RecordWriter writer, RecordQueries queries)
    : LinkChange(writes, writer, queries, LinkAction.Toggle);
