using Pergola.Data.Dialects;
using Pergola.Data.Querying;

namespace Pergola.Data.Sql;

/// <summary>Counts the distinct root records a query matches, paging left aside.</summary>
internal static class CountCompiler
{
    public static SqlStatement Compile(RecordQuery query, Dialect dialect)
    {
        var sql = new SqlWriter(dialect);
        var joins = new JoinTree("t");
        sql.Append($"SELECT count(*) FROM {query.Collection.Table.Quoted} t");
        QueryParts.WriteJoinsAndWhere(sql, query, joins);
        return sql.ToStatement();
    }
}
