using System.Text.Json;
using Pergola.Core.Ids;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Acl.Permissions;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>
/// Keeps the strategy of a role and that of its row for the main database the same, whichever is written, and takes
/// everything a role had away with it.
/// </summary>
internal sealed class RoleLinks : IRecordHandler
{
    private const string Roles = "roles";
    private const string Links = "dataSourcesRoles";
    private const string Strategy = "strategy";

    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (
            change.Kind != ChangeKinds.Destroy
            && change.Collection.TryGetColumn(Strategy, out var column)
            && change.Values.GetValueOrDefault(column) is string text
        )
        {
            Strategies.Check(JsonElement.Parse(text));
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask WrittenAsync(
        RecordChange change,
        WriteSession session,
        CancellationToken cancellationToken
    ) =>
        await (
            (change.Collection.Name, change.Kind) switch
            {
                (Roles, ChangeKinds.Create) => InsertLinkAsync(change, session, cancellationToken),
                (Roles, ChangeKinds.Destroy) => RemoveAsync(change, session, cancellationToken),
                (Roles, _) => CopyAsync(change, session, Links, "roleName", "name", cancellationToken),
                (Links, ChangeKinds.Update) => CopyAsync(change, session, Roles, "name", "roleName", cancellationToken),
                _ => Task.CompletedTask,
            }
        );

    private static Task InsertLinkAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var links = session.Schema[Links];
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"INSERT INTO {links.Table.Quoted} (")
            .Append(
                string.Join(
                    ", ",
                    new[] { "id", "roleName", "dataSourceKey", Strategy }.Select(n => links.Column(n).QuotedColumn)
                )
            )
            .Append(") VALUES (")
            .Parameter(RandomText.Uid(), links.Column("id").ColumnType)
            .Append(", ")
            .Parameter(change.Key!.Single, links.Column("roleName").ColumnType)
            .Append(", ")
            .Parameter(RolePermissions.Main, links.Column("dataSourceKey").ColumnType)
            .Append(", ")
            .Parameter(StrategyOf(change), links.Column(Strategy).ColumnType)
            .Append(')');
        return session.ExecuteAsync(sql, cancellationToken);
    }

    /// <summary>Writes the strategy of one table into the row of the other.</summary>
    private static async Task CopyAsync(
        RecordChange change,
        WriteSession session,
        string target,
        string targetKey,
        string ownKey,
        CancellationToken cancellationToken
    )
    {
        if (!change.Values.ContainsKey(change.Collection.Column(Strategy)))
        {
            return;
        }

        var table = session.Schema[target];
        var (strategy, key) = (table.Column(Strategy), table.Column(targetKey));
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"UPDATE {table.Table.Quoted} SET {strategy.QuotedColumn} = ")
            .Parameter(StrategyOf(change), strategy.ColumnType)
            .Append($" WHERE {key.QuotedColumn} = ")
            .Parameter(change.Record.Text(ownKey), key.ColumnType);
        if (target == Links)
        {
            var source = table.Column("dataSourceKey");
            sql.Append($" AND {source.QuotedColumn} = ").Parameter(RolePermissions.Main, source.ColumnType);
        }

        await session.ExecuteAsync(sql, cancellationToken);
    }

    /// <summary>What is left behind would be the rights of the next role of this name.</summary>
    private static async Task RemoveAsync(
        RecordChange change,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var role = change.Key!.Single;
        var resources = session.Schema["dataSourcesRolesResources"];
        var actions = session.Schema["dataSourcesRolesResourcesActions"];
        var roleName = resources.Column("roleName");
        await session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append(
                    $"DELETE FROM {actions.Table.Quoted} WHERE {actions.Column("rolesResourceId").QuotedColumn} IN "
                )
                .Append($"(SELECT {resources.PrimaryKey[0].QuotedColumn} FROM {resources.Table.Quoted} WHERE ")
                .Append($"{roleName.QuotedColumn} = ")
                .Parameter(role, roleName.ColumnType)
                .Append(')'),
            cancellationToken
        );
        foreach (var name in new[] { "dataSourcesRolesResources", Links, "rolesUsers" })
        {
            var table = session.Schema[name];
            var column = table.Column("roleName");
            await session.ExecuteAsync(
                new SqlWriter(session.Database.Dialect)
                    .Append($"DELETE FROM {table.Table.Quoted} WHERE {column.QuotedColumn} = ")
                    .Parameter(role, column.ColumnType),
                cancellationToken
            );
        }
    }

    private static object? StrategyOf(RecordChange change) =>
        change.Record.Get(Strategy) is { } strategy ? strategy.GetRawText() : null;
}
