using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;

namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>A page without tabs has one that is not shown; with tabs all of them are.</summary>
internal sealed class SwitchTabs : IRecordHandler
{
    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var routes = change.Collection;
        if (change.Values.GetValueOrDefault(routes.Column("enableTabs")) is not bool isOn)
        {
            return;
        }

        var (hidden, parent, type) = (routes.Column("hidden"), routes.Column("parentId"), routes.Column("type"));
        await session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"UPDATE {routes.Table.Quoted} SET {hidden.QuotedColumn} = ")
                .Parameter(!isOn, hidden.ColumnType)
                .Append($" WHERE {parent.QuotedColumn} = ")
                .Parameter(change.Key!.Single, parent.ColumnType)
                .Append($" AND {type.QuotedColumn} = ")
                .Parameter(RouteTypes.Tabs, type.ColumnType),
            cancellationToken
        );
    }
}
