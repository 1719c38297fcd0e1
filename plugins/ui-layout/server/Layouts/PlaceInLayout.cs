using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;
using Pergola.Plugins.UiLayout.Collections;

namespace Pergola.Plugins.UiLayout.Layouts;

/// <summary>An entry of the menu that is made without a layout is in those of the one above it, else in the one for wide screens.</summary>
internal sealed class PlaceInLayout : IRecordHandler
{
    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var links = session.Schema[DesktopRoutesUiLayoutsCollection.Name];
        var (route, uid) = (links.Column("desktopRouteId"), links.Column("uiLayoutUid"));
        var parent = change.Collection.Column("parentId");
        var own = change.Key!.Single;
        if (await HasAsync(own))
        {
            return;
        }

        var above = change.Values.GetValueOrDefault(parent);
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"INSERT INTO {links.Table.Quoted} ({links.Column("createdAt").QuotedColumn}, ")
            .Append($"{links.Column("updatedAt").QuotedColumn}, {route.QuotedColumn}, {uid.QuotedColumn}) SELECT ")
            .Parameter(session.Now, links.Column("createdAt").ColumnType)
            .Append(", ")
            .Parameter(session.Now, links.Column("updatedAt").ColumnType)
            .Append(", ")
            .Parameter(own, route.ColumnType)
            .Append(", ");
        if (above is not null && await HasAsync(above))
        {
            sql.Append($"a.{uid.QuotedColumn} FROM {links.Table.Quoted} a WHERE a.{route.QuotedColumn} = ")
                .Parameter(above, route.ColumnType);
        }
        else
        {
            sql.Parameter(LayoutScope.Default, uid.ColumnType);
        }

        await session.ExecuteAsync(sql, cancellationToken);

        async Task<bool> HasAsync(object id) =>
            (
                await session.ReadTextsAsync(
                    new SqlWriter(session.Database.Dialect)
                        .Append($"SELECT {uid.QuotedColumn} FROM {links.Table.Quoted} WHERE {route.QuotedColumn} = ")
                        .Parameter(id, route.ColumnType)
                        .Append(" LIMIT 1"),
                    cancellationToken
                )
            ).Count > 0;
    }
}
