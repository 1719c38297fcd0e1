using System.Text.Json;
using Pergola.App.Signals;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Access;

/// <summary>Reads from the tables who sees what, and keeps what is in memory up to date.</summary>
internal sealed class RouteRightsReader : IDisposable
{
    private const string Topic = "routes";
    private readonly RouteRights _rights;
    private readonly Database _database;
    private readonly SchemaStore _schemas;
    private readonly ChangeSignals _signals;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public RouteRightsReader(RouteRights rights, Database database, SchemaStore schemas, ChangeSignals signals)
    {
        _rights = rights;
        _database = database;
        _schemas = schemas;
        _signals = signals;
        signals.On(Topic, FollowAsync);
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Says what a transaction changes of one menu, up to its commit: that is read anew everywhere.</summary>
    public void ForgetWith(WriteTransaction transaction, RouteKind kind, RouteChanges changes) =>
        _signals.RaiseWith(transaction, Topic, () => JsonSerializer.Serialize(new ChangedMenu(kind.Name, changes)));

    /// <summary>Reads everything, as at a start.</summary>
    public Task ReloadAllAsync(CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                foreach (var kind in RouteKind.All)
                {
                    var tree = await ReadTreeAsync(kind, cancellationToken);
                    var links = (await ReadLinksAsync(kind, where: null, cancellationToken)).ToLookup(
                        l => l.Role,
                        l => l.Route,
                        StringComparer.Ordinal
                    );
                    var roles = links.Select(l => l.Key).ToList();
                    _rights.Change(kind, _ => RouteSnapshot.Empty.WithTree(tree).WithRoles(roles, links));
                }
            },
            cancellationToken
        );

    private async ValueTask FollowAsync(string message, CancellationToken cancellationToken)
    {
        var (kind, changes) = JsonSerializer.Deserialize<ChangedMenu>(message)!;
        await RunAsync(() => ReadChangesAsync(RouteKind.Of(kind), changes, cancellationToken), cancellationToken);
    }

    private async Task ReadChangesAsync(RouteKind kind, RouteChanges changes, CancellationToken cancellationToken)
    {
        var links = _schemas.Current[kind.Links];
        if (changes.Tree)
        {
            var tree = await ReadTreeAsync(kind, cancellationToken);
            _rights.Change(kind, known => known.WithTree(tree));
        }

        if (changes.Roles.Count > 0)
        {
            var found = await ReadLinksAsync(
                kind,
                sql => In(sql, links.Column("roleName"), changes.Roles),
                cancellationToken
            );
            var byRole = found.ToLookup(l => l.Role, l => l.Route, StringComparer.Ordinal);
            _rights.Change(kind, known => known.WithRoles(changes.Roles, byRole));
        }

        if (changes.Routes.Count > 0)
        {
            var found = await ReadLinksAsync(
                kind,
                sql => In(sql, links.Column(kind.LinkKey), changes.Routes.Cast<object?>()),
                cancellationToken
            );
            var byRoute = found.ToLookup(l => l.Route, l => l.Role);
            foreach (var route in changes.Routes)
            {
                var roles = byRoute[route].ToHashSet(StringComparer.Ordinal);
                _rights.Change(kind, known => known.WithRoute(route, roles));
            }
        }
    }

    private static void In(SqlWriter sql, ColumnField column, IEnumerable<object?> values) =>
        sql.In(column.ColumnType, column.QuotedColumn, [.. values]);

    /// <summary>One after another, so that what was read later is what stays.</summary>
    private async Task RunAsync(Func<Task> read, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await read();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IReadOnlyList<(long, long?)>> ReadTreeAsync(RouteKind kind, CancellationToken cancellationToken)
    {
        var routes = _schemas.Current[kind.Name];
        var sql = new SqlWriter(_database.Dialect).Append(
            $"SELECT {routes.Column("id").QuotedColumn}, {routes.Column("parentId").QuotedColumn} FROM {routes.Table.Quoted}"
        );
        return await ReadAsync(
            sql,
            (reader, values) =>
                (values.ReadInt64(reader, 0), reader.IsDBNull(1) ? (long?)null : values.ReadInt64(reader, 1)),
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<(string Role, long Route)>> ReadLinksAsync(
        RouteKind kind,
        Action<SqlWriter>? where,
        CancellationToken cancellationToken
    )
    {
        var links = _schemas.Current[kind.Links];
        var sql = new SqlWriter(_database.Dialect).Append(
            $"SELECT {links.Column("roleName").QuotedColumn}, {links.Column(kind.LinkKey).QuotedColumn} FROM {links.Table.Quoted}"
        );
        if (where is not null)
        {
            where(sql.Append(" WHERE "));
        }

        return await ReadAsync(
            sql,
            (reader, values) => (values.ReadText(reader, 0), values.ReadInt64(reader, 1)),
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        SqlWriter sql,
        Func<System.Data.Common.DbDataReader, ValueReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader, _database.Dialect.Columns.Values));
        }

        return rows;
    }

    private sealed record ChangedMenu(string Kind, RouteChanges Changes);
}
