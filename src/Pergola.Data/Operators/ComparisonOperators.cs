using System.Text.Json;

namespace Pergola.Data.Operators;

/// <summary>Order and ranges. NULL on either side matches nothing.</summary>
internal static class ComparisonOperators
{
    public static readonly IReadOnlyList<FilterOperator> All =
    [
        Define("$gt", ">"),
        Define("$gte", ">="),
        Define("$lt", "<"),
        Define("$lte", "<="),
        new("$between", Between),
        .. Spellings.Of("notBetween", context => Conditions.Not(Between(context))),
    ];

    private static FilterOperator Define(string name, string comparison) =>
        new(
            name,
            context =>
            {
                if (context.Operand.ValueKind == JsonValueKind.Null)
                {
                    return Conditions.Unknown;
                }

                var operand = ScalarOperand.Read(context, context.Operand);
                return (sql, column) => operand.Compare(sql, column, comparison);
            }
        );

    private static ConditionWriter Between(OperatorContext context)
    {
        if (context.Operand is not { ValueKind: JsonValueKind.Array } range || range.GetArrayLength() != 2)
        {
            throw context.Invalid("{operator} on {field} needs two values");
        }

        if (range[0].ValueKind == JsonValueKind.Null || range[1].ValueKind == JsonValueKind.Null)
        {
            return Conditions.Unknown;
        }

        var low = ScalarOperand.Read(context, range[0]);
        var high = ScalarOperand.Read(context, range[1]);
        return (sql, column) =>
        {
            sql.Append('(');
            low.Compare(sql, column, ">=");
            sql.Append(" AND ");
            high.Compare(sql, column, "<=");
            sql.Append(')');
        };
    }
}
