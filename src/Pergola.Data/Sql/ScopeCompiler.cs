using Pergola.Data.Querying;
using Pergola.Data.Relations;

namespace Pergola.Data.Sql;

/// <summary>Restricts a statement on the target of a relation to the records of one source record.</summary>
internal static class ScopeCompiler
{
    public const string ThroughAlias = "through";

    /// <summary>Appends the join a belongsToMany scope needs.</summary>
    public static void WriteJoin(SqlWriter sql, AssociationScope? scope, string alias)
    {
        if (scope?.Relation is BelongsToMany r)
        {
            sql.Append($" JOIN {r.Through.Table.Quoted} \"{ThroughAlias}\" ON ")
                .Append($"\"{ThroughAlias}\".{r.OtherKey.QuotedColumn} = {JoinTree.Column(alias, r.TargetKey)}");
            WriteFlags(sql, r, $"\"{ThroughAlias}\"");
        }
    }

    /// <summary>Appends what the relation asks of through rows to the condition of their join.</summary>
    public static void WriteFlags(SqlWriter sql, BelongsToMany relation, string alias)
    {
        foreach (var (column, value) in relation.ThroughScope)
        {
            sql.Append($" AND {JoinTree.Column(alias, column)} = ").Parameter(value, column.ColumnType);
        }
    }

    /// <summary>Appends the condition of the scope.</summary>
    public static void WriteCondition(SqlWriter sql, AssociationScope scope, string alias)
    {
        switch (scope.Relation)
        {
            case BelongsTo r:
                var source = r.Collection;
                sql.Append($"{JoinTree.Column(alias, r.TargetKey)} = (SELECT {r.ForeignKey.QuotedColumn} FROM ")
                    .Append($"{source.Table.Quoted} WHERE {source.SingleKey.QuotedColumn} = ")
                    .Parameter(scope.SourceKey, source.SingleKey.ColumnType)
                    .Append(')');
                break;
            case HasOne r:
                sql.Append($"{JoinTree.Column(alias, r.ForeignKey)} = ")
                    .Parameter(scope.SourceKey, r.SourceKey.ColumnType);
                break;
            case HasMany r:
                sql.Append($"{JoinTree.Column(alias, r.ForeignKey)} = ")
                    .Parameter(scope.SourceKey, r.SourceKey.ColumnType);
                break;
            case BelongsToMany r:
                sql.Append($"\"{ThroughAlias}\".{r.ForeignKey.QuotedColumn} = ")
                    .Parameter(scope.SourceKey, r.SourceKey.ColumnType);
                break;
            default:
                throw new InvalidOperationException($"{scope.Relation} cannot restrict a query.");
        }
    }
}
