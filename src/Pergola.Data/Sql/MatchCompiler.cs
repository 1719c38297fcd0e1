using Pergola.Data.Dialects;
using Pergola.Data.Querying;

namespace Pergola.Data.Sql;

/// <summary>Compiles a SELECT that tells, for each record of a query, which of some conditions it meets: 1 or 0 for each.</summary>
internal static class MatchCompiler
{
    public static SqlStatement Compile(RecordQuery query, IReadOnlyList<FilterNode> conditions, Dialect dialect)
    {
        var joins = new JoinTree("t");
        foreach (var condition in conditions)
        {
            FilterCompiler.Prepare(condition, joins);
        }

        var sql = new SqlWriter(dialect).Append("SELECT 1");
        foreach (var condition in conditions)
        {
            sql.Append(", CASE WHEN ");
            FilterCompiler.Write(sql, condition, query.Collection, joins);
            sql.Append(" THEN 1 ELSE 0 END");
        }

        sql.Append($" FROM {query.Collection.Table.Quoted} t");
        QueryParts.WriteJoinsAndWhere(sql, query, joins);
        return sql.ToStatement();
    }
}
