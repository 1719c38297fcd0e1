using System.Data.Common;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>
/// What firstOrCreate and updateOrCreate share: find the record whose fields <c>filterKeys</c> equal the given values, else
/// create it. Two callers that both find nothing meet at the unique key; the later one looks again.
/// </summary>
public sealed class RecordLookup(Database database, RecordWrites writes, RecordWriter writer, RecordQueries queries)
{
    /// <param name="context">The request.</param>
    /// <param name="found">What to do with the key of a found record.</param>
    /// <returns>What <paramref name="found"/> gave, or the created record.</returns>
    public async Task<(T? Found, WrittenRecord? Created)> RunAsync<T>(
        ActionContext context,
        Func<WriteSession, RecordKey, Task<T>> found
    )
        where T : class
    {
        var query = Query(context);
        try
        {
            return await TryAsync(context, query, found);
        }
        catch (DbException exception)
            when (database.Dialect.Errors.Classify(exception) is { Kind: FaultKind.Unique or FaultKind.Conflict })
        {
            var result = await TryAsync(context, query, found, create: false);
            if (result.Found is not null)
            {
                return result;
            }

            throw;
        }
    }

    private async Task<(T? Found, WrittenRecord? Created)> TryAsync<T>(
        ActionContext context,
        RecordQuery query,
        Func<WriteSession, RecordKey, Task<T>> found,
        bool create = true
    )
        where T : class =>
        await writes.RunAsync(
            context,
            async session =>
            {
                var keys = await writes.FindKeysAsync(query, session, context.Aborted);
                if (keys.Count > 0)
                {
                    return (await found(session, keys[0]), null);
                }

                return create ? ((T?)null, await CreateAsync(context, session)) : (null, null);
            }
        );

    private async Task<WrittenRecord> CreateAsync(ActionContext context, WriteSession session)
    {
        var options = RecordWrites.Options(context);
        if (AssociationScopes.Of(context) is not { } scope)
        {
            return await writer.InsertAsync(session, context.Collection, context.Values, options, context.Aborted);
        }

        var created = await writer.InsertLinkedAsync(session, scope, [context.Values], options, context.Aborted);
        return created[0];
    }

    private RecordQuery Query(ActionContext context)
    {
        if (context.Params.FilterKeys is not { Count: > 0 } names)
        {
            throw new BadRequestException(
                "{parameter} must name at least one field",
                [("parameter", "filterKeys")],
                "filterKeys"
            );
        }

        if (context.Sent.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        var conditions = names
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(n => n, n => ValueAt(context.Sent, n), StringComparer.Ordinal);
        var filter = JsonSerializer.SerializeToElement(conditions, JsonText.Serializer);
        return new RecordQuery(context.Collection)
        {
            Filter = queries.Reachable(context, filter),
            Scope = AssociationScopes.Of(context),
            Limit = 1,
        };
    }

    /// <summary>
    /// A value to be equal to. Operators, as a name or within a value, would find records that have other values.
    /// </summary>
    private static JsonElement ValueAt(JsonElement values, string path)
    {
        foreach (var segment in path.Split('.'))
        {
            if (segment.StartsWith('$'))
            {
                throw new BadRequestException(
                    "{parameter} must name fields, not \"{name}\"",
                    [("parameter", "filterKeys"), ("name", path)],
                    "filterKeys"
                );
            }

            if (values.ValueKind != JsonValueKind.Object || !values.TryGetProperty(segment, out values))
            {
                return JsonText.Null;
            }
        }

        return values.ValueKind != JsonValueKind.Object
            ? values
            : throw new BadRequestException(
                "{parameter}: the value of \"{name}\" cannot be looked for",
                [("parameter", "filterKeys"), ("name", path)],
                path
            );
    }
}
