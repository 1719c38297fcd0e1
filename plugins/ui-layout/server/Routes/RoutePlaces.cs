using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>Where entries of menus may be, and what no two of them share.</summary>
internal sealed class RoutePlaces
{
    /// <summary>A menu that is deeper is none; the paths of the tree end soon after.</summary>
    private const int MaxDepth = 20;

    /// <exception cref="BadRequestException">Another entry leads there already; deleting one would take away the other's page.</exception>
    public async Task CheckUidAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var column = change.Collection.Column("schemaUid");
        if (change.Values.GetValueOrDefault(column) is not string { Length: > 0 } uid)
        {
            return;
        }

        var key = change.Collection.PrimaryKey[0];
        var sql = new SqlWriter(session.Database.Dialect)
            .Append(
                $"SELECT {column.QuotedColumn} FROM {change.Collection.Table.Quoted} WHERE {column.QuotedColumn} = "
            )
            .Parameter(uid, column.ColumnType);
        if (change.Key is { } own)
        {
            sql.Append($" AND {key.QuotedColumn} <> ").Parameter(own.Single, key.ColumnType);
        }

        if ((await session.ReadTextsAsync(sql.Append(" LIMIT 1"), cancellationToken)).Count > 0)
        {
            throw new BadRequestException(
                "{name}: \"{uid}\" is taken",
                [("name", column.Name), ("uid", uid)],
                column.Name
            );
        }
    }

    /// <exception cref="BadRequestException">There is no such place, or this entry cannot be there.</exception>
    public async Task CheckPlaceAsync(
        RecordChange change,
        string? type,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var parent = change.Collection.Column("parentId");
        if (change.Values.GetValueOrDefault(parent) is not { } above)
        {
            if (type == RouteTypes.Tabs && change.Kind == ChangeKinds.Create)
            {
                throw Misplaced(parent);
            }

            return;
        }

        var place =
            await ReadAsync(change.Collection, above, session, cancellationToken)
            ?? throw new BadRequestException(
                "\"{field}\": there is no entry {key}",
                [("field", parent.Name), ("key", above.ToString()!)],
                parent.Name
            );
        var moved =
            change.Kind == ChangeKinds.Update && change.Key is { } key
                ? await ReadAsync(change.Collection, key.Single, session, cancellationToken)
                : null;
        if (!RouteTypes.MayHave(place.Type, type ?? moved?.Type))
        {
            throw Misplaced(parent);
        }

        if (place.Depth + 1 + (moved is null ? 0 : moved.Height) > MaxDepth)
        {
            throw new BadRequestException(
                "{collection} can be nested {depth} levels deep at most",
                [("collection", change.Collection.Name), ("depth", MaxDepth.ToString())],
                parent.Name
            );
        }
    }

    /// <summary>The kind of an entry, and how many levels are above and below it.</summary>
    private static async Task<Place?> ReadAsync(
        Collection routes,
        object id,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var (key, type, paths) = (routes.Column("id"), routes.Column("type"), routes.TreePath!);
        var (node, path) = (paths.Column("nodePk").QuotedColumn, paths.Column("path").QuotedColumn);
        var rows = await session.ReadRowsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT r.{type.QuotedColumn}, o.{path}, b.{path} FROM {routes.Table.Quoted} r ")
                .Append($"LEFT JOIN {paths.Table.Quoted} o ON o.{node} = r.{key.QuotedColumn} ")
                .Append($"LEFT JOIN {paths.Table.Quoted} b ON b.{path} LIKE o.{path} || '/%' ")
                .Append($"WHERE r.{key.QuotedColumn} = ")
                .Parameter(id, key.ColumnType),
            (reader, values) =>
                (
                    Type: reader.IsDBNull(0) ? null : values.ReadText(reader, 0),
                    Own: reader.IsDBNull(1) ? 1 : Levels(values.ReadText(reader, 1)),
                    Below: reader.IsDBNull(2) ? 0 : Levels(values.ReadText(reader, 2))
                ),
            cancellationToken
        );
        return rows.Count == 0
            ? null
            : new Place(rows[0].Type, rows[0].Own, rows.Max(r => Math.Max(0, r.Below - r.Own)));
    }

    private static int Levels(string path) => path.Count(c => c == '/');

    private static BadRequestException Misplaced(ColumnField parent) =>
        new("\"{field}\": tabs belong to pages, and everything else to groups", [("field", parent.Name)], parent.Name);

    private sealed record Place(string? Type, int Depth, int Height);
}
