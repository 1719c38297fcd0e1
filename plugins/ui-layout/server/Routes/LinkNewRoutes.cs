using Pergola.App.Auth;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.UiLayout.Access;

namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>
/// Who sees a new entry: the roles that see new ones by themselves; of a page without tabs, whoever sees the page sees its content.
/// </summary>
internal sealed class LinkNewRoutes(NotedRouteChanges noted) : IRecordHandler
{
    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var kind = RouteKind.Of(change.Collection.Name);
        var (links, roles) = (session.Schema[kind.Links], session.Schema["roles"]);
        var (route, role) = (links.Column(kind.LinkKey), links.Column("roleName"));
        var (name, allowed) = (roles.Column("name"), roles.Column(kind.AllowsNew));
        var id = (long)change.Key!.Single;
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"INSERT INTO {links.Table.Quoted} ({links.Column("createdAt").QuotedColumn}, ")
            .Append($"{links.Column("updatedAt").QuotedColumn}, {route.QuotedColumn}, {role.QuotedColumn}) SELECT ")
            .Parameter(session.Now, links.Column("createdAt").ColumnType)
            .Append(", ")
            .Parameter(session.Now, links.Column("updatedAt").ColumnType)
            .Append(", ")
            .Parameter(id, route.ColumnType)
            .Append($", r.{name.QuotedColumn} FROM {roles.Table.Quoted} r WHERE (r.{allowed.QuotedColumn} = ")
            .Parameter(true, allowed.ColumnType);
        if (change.Record.Flag("hidden") == true && change.Record.Text("type") == RouteTypes.Tabs)
        {
            sql.Append($" OR r.{name.QuotedColumn} IN (SELECT p.{role.QuotedColumn} FROM {links.Table.Quoted} p ")
                .Append($"WHERE p.{route.QuotedColumn} = ")
                .Parameter(change.Record.Get("parentId")?.GetInt64(), route.ColumnType)
                .Append(')');
        }

        sql.Append($") AND r.{name.QuotedColumn} <> ")
            .Parameter(RoleNames.Root, name.ColumnType)
            .Append($" AND NOT EXISTS (SELECT 1 FROM {links.Table.Quoted} l WHERE l.{route.QuotedColumn} = ")
            .Parameter(id, route.ColumnType)
            .Append($" AND l.{role.QuotedColumn} = r.{name.QuotedColumn})");
        if (await session.ExecuteAsync(sql, cancellationToken) > 0)
        {
            noted.Of(session, kind).Routes.Add(id);
        }
    }
}
