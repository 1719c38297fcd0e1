using System.Runtime.CompilerServices;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>What an entry of a menu leads to comes and goes with it.</summary>
internal sealed class KeepPages(FlowForest forest) : IRecordHandler
{
    private const string SchemaUid = "schemaUid";
    private readonly ConditionalWeakTable<RecordChange, string> _leaving = [];

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Kind != ChangeKinds.Destroy)
        {
            return;
        }

        var (key, uid) = (change.Collection.PrimaryKey[0], change.Collection.Column(SchemaUid));
        var found = await session.ReadTextsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT {uid.QuotedColumn} FROM {change.Collection.Table.Quoted} WHERE {key.QuotedColumn} = ")
                .Parameter(change.Key!.Single, key.ColumnType),
            cancellationToken
        );
        if (found is [{ Length: > 0 } led])
        {
            _leaving.Add(change, led);
        }
    }

    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKinds.Destroy)
        {
            if (_leaving.TryGetValue(change, out var left) && !await IsUsedAsync(left, session, cancellationToken))
            {
                await forest.DestroyRootAsync(session, left, cancellationToken);
            }

            return;
        }

        if (
            change.Values.ContainsKey(change.Collection.Column(SchemaUid))
            && change.Record.Text(SchemaUid) is { Length: > 0 } uid
        )
        {
            await forest.EnsureRouteAsync(session, uid, cancellationToken);
        }
    }

    /// <summary>Whether another entry, of either menu, leads there.</summary>
    private static async Task<bool> IsUsedAsync(string uid, WriteSession session, CancellationToken cancellationToken)
    {
        var sql = new SqlWriter(session.Database.Dialect).Join(
            " UNION ALL ",
            RouteKind.All,
            (w, kind) =>
            {
                var column = session.Schema[kind.Name].Column(SchemaUid);
                w.Append(
                        $"SELECT {column.QuotedColumn} FROM {column.Collection.Table.Quoted} WHERE {column.QuotedColumn} = "
                    )
                    .Parameter(uid, column.ColumnType);
            }
        );
        return (await session.ReadTextsAsync(sql, cancellationToken)).Count > 0;
    }
}
