using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary>
/// Reads the condition of a scope when it is saved, so that a mistake is told to whoever makes it and not to those it limits.
/// Variables have their values with each request.
/// </summary>
internal sealed class CheckScope(FilterParser filters) : IRecordHandler
{
    private const string Field = "scope";

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Record.Get(Field) is not { } scope)
        {
            return ValueTask.CompletedTask;
        }

        if (scope.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("{field} must be an object", [("field", Field)], Field);
        }

        // A scope for every collection can only be read where it is used; what does not fit there holds for no record.
        if (change.Record.Text("resourceName") is not { Length: > 0 } resource)
        {
            return ValueTask.CompletedTask;
        }

        if (!session.Schema.TryGet(resource, out var collection))
        {
            throw new BadRequestException(
                "Collection {collection} does not exist",
                [("collection", resource)],
                "resourceName"
            );
        }

        filters.Parse(scope, collection, session.Values, _ => default);
        return ValueTask.CompletedTask;
    }
}
