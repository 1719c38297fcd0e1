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
            rules.ForgetWith(session.Transaction, roles);
        }

        if (change.Collection.Name == "roles")
        {
            roles.Add(change.Key!.Single.ToString()!);
            return;
        }

        roles.UnionWith(await session.ReadTextsAsync(RolesOf(change, session), cancellationToken));
    }

    private static SqlWriter RolesOf(RecordChange change, WriteSession session)
    {
        var resources = session.Schema["dataSourcesRolesResources"];
        var actions = session.Schema["dataSourcesRolesResourcesActions"];
        var sql = new SqlWriter(session.Database.Dialect);
        var key = change.Collection.PrimaryKey[0];
        if (change.Collection.Name is "dataSourcesRoles" or "dataSourcesRolesResources")
        {
            return sql.Append(
                    $"SELECT {change.Collection.Column("roleName").QuotedColumn} FROM {change.Collection.Table.Quoted} "
                )
                .Append($"WHERE {key.QuotedColumn} = ")
                .Parameter(change.Key!.Single, key.ColumnType);
        }

        var by = change.Collection == actions ? key.QuotedColumn : actions.Column("scopeId").QuotedColumn;
        return sql.Append(
                $"SELECT DISTINCT r.{resources.Column("roleName").QuotedColumn} FROM {resources.Table.Quoted} r "
            )
            .Append($"JOIN {actions.Table.Quoted} a ON a.{actions.Column("rolesResourceId").QuotedColumn} = ")
            .Append($"r.{resources.PrimaryKey[0].QuotedColumn} WHERE a.{by} = ")
            .Parameter(change.Key!.Single, key.ColumnType);
    }
}
