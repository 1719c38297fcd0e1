using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Writes DELETE statements.</summary>
public sealed class DeleteCompiler(Dialect dialect)
{
    /// <param name="collection">Whose rows are deleted.</param>
    /// <param name="where">Appends the condition, without the keyword.</param>
    public SqlStatement Compile(Collection collection, Action<SqlWriter> where)
    {
        var sql = new SqlWriter(dialect).Append("DELETE FROM ").Append(collection.Table.Quoted).Append(" WHERE ");
        where(sql);
        return sql.ToStatement();
    }
}
