using System.Runtime.CompilerServices;
using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Acl.Rules;

/// <summary>A change of roles or their rules holds from the next request on: the roles it concerns are read anew.</summary>
internal sealed class KeepRulesCurrent(RulesReader rules) : IRecordHandler
{
    private readonly ConditionalWeakTable<WriteTransaction, HashSet<string>> _changed = [];

    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken) =>
        change.Kind == ChangeKinds.Create ? ValueTask.CompletedTask : NoteAsync(change, session, cancellationToken);

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken) =>
        change.Kind == ChangeKinds.Destroy ? ValueTask.CompletedTask : NoteAsync(change, session, cancellationToken);

    private async ValueTask NoteAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (!_changed.TryGetValue(session.Transaction, out var roles))
        {
            roles = new HashSet<string>(StringComparer.Ordinal);
            _changed.Add(session.Transaction, roles);
            session.Transaction.AfterCommit(async token => await rules.ReloadAsync(roles, token));
        }

        if (change.Collection.Name == "roles")
        {
            roles.Add(change.Key!.Single.ToString()!);
            return;
        }

        await using var command = session.Database.CreateCommand(
            session.Transaction.Connection,
            session.Transaction.Transaction,
            RolesOf(change, session)
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!await reader.IsDBNullAsync(0, cancellationToken))
            {
                roles.Add(reader.GetString(0));
            }
        }
    }

    private static SqlStatement RolesOf(RecordChange change, WriteSession session)
    {
        var resources = session.Schema["dataSourcesRolesResources"];
        var actions = session.Schema["dataSourcesRolesResourcesActions"];
        var sql = new SqlWriter(session.Database.Dialect);
        var key = change.Collection.PrimaryKey[0];
        if (change.Collection.Name is "dataSourcesRoles" or "dataSourcesRolesResources")
        {
            return sql.Append($"SELECT {Column(change.Collection, "roleName")} FROM {change.Collection.Table.Quoted} ")
                .Append($"WHERE {key.QuotedColumn} = ")
                .Parameter(change.Key!.Single, key.ColumnType)
                .ToStatement();
        }

        var by = change.Collection == actions ? key.QuotedColumn : Column(actions, "scopeId");
        return sql.Append($"SELECT DISTINCT r.{Column(resources, "roleName")} FROM {resources.Table.Quoted} r ")
            .Append($"JOIN {actions.Table.Quoted} a ON a.{Column(actions, "rolesResourceId")} = ")
            .Append($"r.{resources.PrimaryKey[0].QuotedColumn} WHERE a.{by} = ")
            .Parameter(change.Key!.Single, key.ColumnType)
            .ToStatement();
    }

    private static string Column(Collection collection, string field) =>
        collection.TryGetColumn(field, out var column)
            ? column.QuotedColumn
            : throw new InvalidOperationException($"{collection.Name} has no {field}.");
}
