using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>What a role has when nothing is said, and that one role at most is the default of new users.</summary>
internal sealed class RoleDefaults : IRecordHandler
{
    private const string Default = "default";

    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKinds.Create)
        {
            Set(change, "allowNewMenu", false);
            Set(change, "allowNewMobileMenu", false);
            Set(change, "allowNewAiEmployee", true);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var roles = change.Collection;
        var isDefault = roles.Column(Default);
        if (change.Values.GetValueOrDefault(isDefault) is not true)
        {
            return;
        }

        var name = roles.PrimaryKey[0];
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"UPDATE {roles.Table.Quoted} SET {isDefault.QuotedColumn} = ")
            .Parameter(false, isDefault.ColumnType)
            .Append($" WHERE {isDefault.QuotedColumn} = ")
            .Parameter(true, isDefault.ColumnType)
            .Append($" AND {name.QuotedColumn} <> ")
            .Parameter(change.Key!.Single, name.ColumnType);
        await session.ExecuteAsync(sql, cancellationToken);
    }

    private static void Set(RecordChange change, string field, bool value)
    {
        var column = change.Collection.Column(field);
        if (change.Values.GetValueOrDefault(column) is null)
        {
            change.Values[column] = value;
        }
    }
}
