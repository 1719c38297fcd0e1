using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Acl.Rules;

namespace Pergola.Plugins.Acl.Installation;

/// <summary>What permissions refer to: the main database, the two scopes there always are, a row for every role.</summary>
internal sealed class PermissionSeeds(SystemRows rows, Database database, SchemaStore schemas, RulesReader rules)
    : IInstaller
{
    private const string DataSources = """
        [{ "key": "main", "displayName": "{{t(\"Main\")}}", "type": "main", "options": {}, "enabled": true, "fixed": true }]
        """;

    private const string Scopes = """
        [
          { "key": "all", "dataSourceKey": "main", "name": "{{t(\"All records\")}}", "scope": {} },
          { "key": "own", "dataSourceKey": "main", "name": "{{t(\"Own records\")}}",
            "scope": { "createdById": "{{ ctx.state.currentUser.id }}" } }
        ]
        """;

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        await rows.SeedAsync(transaction, "dataSources", DataSources, cancellationToken);
        await rows.SeedAsync(transaction, "dataSourcesRolesResourcesScopes", Scopes, cancellationToken);
        var links = schemas.Current["dataSourcesRoles"];
        foreach (var (role, strategy) in await RolesWithoutRowAsync(transaction, cancellationToken))
        {
            var row = new
            {
                id = RandomText.Uid(),
                roleName = role,
                dataSourceKey = "main",
                strategy,
            };
            await rows.InsertAsync(
                transaction,
                links,
                JsonSerializer.SerializeToElement(row, JsonText.Serializer),
                cancellationToken
            );
        }

        transaction.AfterCommit(async token => await rules.ReloadAsync(roles: null, token));
    }

    private async Task<List<(string Role, JsonElement Strategy)>> RolesWithoutRowAsync(
        WriteTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        var (roles, links) = (schemas.Current["roles"], schemas.Current["dataSourcesRoles"]);
        var name = roles.Column("name");
        var strategy = roles.Column("strategy");
        var roleName = links.Column("roleName");
        var source = links.Column("dataSourceKey");
        var columns = database.Dialect.Columns;
        var sql = new SqlWriter(database.Dialect)
            .Append($"SELECT {name.QuotedColumn}, {columns.Select(strategy.ColumnType, strategy.QuotedColumn)} ")
            .Append($"FROM {roles.Table.Quoted} r WHERE NOT EXISTS (SELECT 1 FROM {links.Table.Quoted} l ")
            .Append($"WHERE l.{roleName.QuotedColumn} = r.{name.QuotedColumn} AND l.{source.QuotedColumn} = ")
            .Parameter("main", source.ColumnType)
            .Append(')');
        await using var command = database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string, JsonElement)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(
                (
                    reader.GetString(0),
                    await reader.IsDBNullAsync(1, cancellationToken)
                        ? JsonText.Null
                        : JsonText.Parse(columns.Values.ReadJson(reader, 1))
                )
            );
        }

        return found;
    }
}
