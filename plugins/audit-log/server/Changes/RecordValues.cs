using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Core.Ids;
using Pergola.Data.Events;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.AuditLog.Collections;
using Pergola.Plugins.AuditLog.Entries;

namespace Pergola.Plugins.AuditLog.Changes;

/// <summary>
/// Keeps what records of some collections were before a change and after it, in the transaction of the change: if the one is
/// there, so is the other.
/// </summary>
internal sealed class RecordValues(
    FollowedCollections followed,
    RecordReader reader,
    SystemRows rows,
    SchemaStore schemas,
    SnowflakeIds ids
) : IRecordHandler
{
    public bool Follows(Collection collection) => followed.Contains(collection);

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKinds.Create || change.Key is null)
        {
            return;
        }

        var columns = change.Collection.Columns.Where(c => !FieldChanges.IsSecret(c));
        var query = new RecordQuery(change.Collection)
        {
            Selection = new Selection([.. columns], []),
            Filter = FilterCondition.Key(change.Key),
            Limit = 1,
        };
        using var page = await reader.ReadAsync(query, session, cancellationToken);
        change.Before = page.Count == 0 ? default : RecordReader.ToJson(page)[0];
    }

    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var isGone = change.Kind == ChangeKinds.Destroy && change.Before.ValueKind == JsonValueKind.Undefined;
        if (isGone)
        {
            return;
        }

        if (followed.IsLogged(change.Collection) && FieldChanges.Write(change) is { } fields)
        {
            var kind = JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString());
            await InsertAsync(session, change.Collection, change.Key?.ToString(), kind, fields, cancellationToken);
        }

        if (change.Kind is ChangeKinds.Create or ChangeKinds.Destroy)
        {
            var row = change.Kind == ChangeKinds.Create ? change.Record : change.Before;
            foreach (var relation in followed.LinksOver(change.Collection))
            {
                if (LinkChange.Write(relation, row, change.Kind) is var (key, link))
                {
                    await InsertAsync(session, relation.Collection, key, "update", link, cancellationToken);
                }
            }
        }
    }

    private Task InsertAsync(
        WriteSession session,
        Collection collection,
        string? key,
        string kind,
        JsonElement fields,
        CancellationToken cancellationToken
    )
    {
        var row = JsonSerializer.SerializeToElement(
            new
            {
                id = ids.Next(),
                at = session.Now,
                requestId = session.RequestId,
                userId = session.Values.UserId,
                collection = collection.Name,
                recordKey = EntryText.Cut(key, EntryText.Column),
                kind,
                fields,
            }
        );
        return rows.InsertAsync(
            session.Transaction,
            schemas.Current[AuditChangesCollection.Name],
            row,
            cancellationToken
        );
    }
}
