using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions;

/// <summary>Runs the writes of an action in one transaction and reads what such actions have in common.</summary>
public sealed class RecordWrites(Database database, RecordEvents events, RecordQueries queries, RecordReader reader)
{
    /// <summary>Runs writes and commits them; whatever they throw rolls everything back.</summary>
    public async Task<T> RunAsync<T>(ActionContext context, Func<WriteSession, Task<T>> write)
    {
        await using var transaction = await database.BeginAsync(context.Aborted);
        var session = new WriteSession(database, transaction, context.Schema, context.ValueContext, events)
        {
            RequestId = context.Http.TraceIdentifier,
        };
        var result = await write(session);
        await transaction.CommitAsync(context.Aborted);
        return result;
    }

    /// <summary>Keys of the records that <c>filterByTk</c>, filter and association select, in the order of their keys.</summary>
    public ValueTask<IReadOnlyList<RecordKey>> FindKeysAsync(ActionContext context, WriteSession session)
    {
        var isSingle = context.Association is { IsToMany: false };
        var query = isSingle ? queries.Parse(context) : queries.ParseWithKeys(context);
        RequirePrimaryKey(query);
        return FindKeysAsync(query, session, context.Aborted);
    }

    public ValueTask<IReadOnlyList<RecordKey>> FindKeysAsync(
        RecordQuery query,
        WriteSession session,
        CancellationToken cancellationToken
    ) =>
        reader.ReadKeysAsync(query, session.Transaction.Connection, session.Transaction.Transaction, cancellationToken);

    /// <summary>Which parts of the body a write takes.</summary>
    public static WriteOptions Options(ActionContext context) =>
        new()
        {
            Whitelist = context.Params.Whitelist,
            Blacklist = context.Params.Blacklist ?? [],
            // Records behind relations are linked or created by those with limits, not changed.
            UpdateAssociationValues = context.Access is null ? context.Params.UpdateAssociationValues : [],
        };

    /// <summary>The body as a list of objects: an array, or one object.</summary>
    /// <exception cref="BadRequestException">An element is not an object.</exception>
    public static IReadOnlyList<JsonElement> Objects(JsonElement values)
    {
        if (values.ValueKind != JsonValueKind.Array)
        {
            return [values];
        }

        return
        [
            .. values
                .EnumerateArray()
                .Select(v =>
                    v.ValueKind == JsonValueKind.Object
                        ? v
                        : throw new BadRequestException("Every element of the body must be an object")
                ),
        ];
    }

    private static void RequirePrimaryKey(RecordQuery query)
    {
        if (query.Collection.PrimaryKey.Count == 0)
        {
            throw new BadRequestException(
                "Collection {collection} has no primary key, so its records cannot be changed one by one",
                [("collection", query.Collection.Name)]
            );
        }
    }
}
