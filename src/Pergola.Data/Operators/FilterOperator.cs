using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Sql;

namespace Pergola.Data.Operators;

/// <summary>
/// One filter operator. <see cref="Bind"/> reads the operand once, raising what is wrong with it, and returns how the
/// condition is written; the writer may run several times (rows and count).
/// </summary>
public sealed record FilterOperator(string Name, Func<OperatorContext, ConditionWriter> Bind);

/// <summary>Appends a condition on a column, given as SQL (<c>"a"."name"</c>).</summary>
public delegate void ConditionWriter(SqlWriter sql, string column);

/// <summary>What an operator is applied to.</summary>
public readonly record struct OperatorContext(FieldPath Path, string Operator, JsonElement Operand, ValueContext Values)
{
    public Schema.ColumnField Field => Path.Field;
}
