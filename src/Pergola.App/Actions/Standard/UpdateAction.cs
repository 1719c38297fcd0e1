using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.App.Actions.Standard;

/// <summary>Changes the given properties of every record that key and filter select; answers the records.</summary>
public sealed class UpdateAction(RecordWrites writes, RecordWriter writer, RecordQueries queries) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.ValueKind == JsonValueKind.Array)
        {
            await UpdateEachAsync(context);
            return;
        }

        var isSingle = context.Association is { IsToMany: false };
        var updated = await writes.RunAsync(context, session => UpdateAsync(context, session));
        if (!isSingle)
        {
            await context.WriteDataAsync(json => WrittenRecords.WriteArray(json, updated, context));
            return;
        }

        var record =
            updated.FirstOrDefault()
            ?? throw new BadRequestException("The record does not exist", field: context.Association!.Name);
        await context.WriteWrittenAsync(record);
    }

    private async Task<List<WrittenRecord>> UpdateAsync(ActionContext context, WriteSession session)
    {
        var options = RecordWrites.Options(context);
        var updated = new List<WrittenRecord>();
        var scope = AssociationScopes.Of(context);
        var (keys, filter) = await SelectAsync(context, session);
        foreach (var key in keys)
        {
            var (values, collection) = (context.Values, context.Collection);
            var record = scope is null
                ? await writer.UpdateAsync(session, collection, key, filter, values, options, context.Aborted)
                : await writer.UpdateLinkedAsync(session, scope, key, filter, values, options, context.Aborted);
            if (record is not null)
            {
                updated.Add(record);
            }
        }

        return updated;
    }

    /// <summary>One plain key needs no query of its own: the update carries the filter.</summary>
    private async Task<(IReadOnlyList<RecordKey> Keys, FilterNode? Filter)> SelectAsync(
        ActionContext context,
        WriteSession session
    )
    {
        if (
            context.Association is null
            && context.Params.FilterByTk is { } given
            && KeyParser.TryScalar(given, context.Collection, context.ValueContext) is { } key
        )
        {
            return ([key], queries.Parse(context).Filter);
        }

        return (await writes.FindKeysAsync(context, session), null);
    }

    /// <summary>A body with several objects: each has the key of its record; the answer is an array of arrays.</summary>
    private async ValueTask UpdateEachAsync(ActionContext context)
    {
        var options = RecordWrites.Options(context);
        var elements = RecordWrites.Objects(context.Values);
        var keys = elements.Select(e => KeyOf(e, context)).ToList();
        var filter = queries.Parse(context).Filter;
        var updated = await writes.RunAsync(
            context,
            async session =>
            {
                var records = new List<WrittenRecord?>();
                for (var index = 0; index < keys.Count; index++)
                {
                    records.Add(
                        await writer.UpdateAsync(
                            session,
                            context.Collection,
                            keys[index],
                            filter,
                            elements[index],
                            options,
                            context.Aborted
                        )
                    );
                }

                return records;
            }
        );
        await context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var record in updated)
            {
                WrittenRecords.WriteArray(json, record is null ? [] : [record], context);
            }

            json.WriteEndArray();
        });
    }

    private static RecordKey KeyOf(JsonElement element, ActionContext context)
    {
        var columns = context.Collection.PrimaryKey;
        if (columns.Count == 0 || context.Association is not null)
        {
            throw new BadRequestException("Several objects can be updated in collections with a primary key only");
        }

        return new RecordKey(columns, [.. columns.Select(c => PartOf(element, c, context))]);
    }

    private static object PartOf(JsonElement element, ColumnField column, ActionContext context) =>
        element.TryGetProperty(column.Name, out var part)
            ? KeyParser.Value(part, column, context.ValueContext)
            : throw new BadRequestException(
                "Every element of the body needs its key \"{field}\"",
                [("field", column.Name)],
                column.Name
            );
}
