using System.Text.Json;
using Pergola.Data.Fields;

namespace Pergola.Data.Operators;

/// <summary>Equal, not equal, in a list. The twins without <c>OrNull</c> do not match rows where the field is NULL.</summary>
internal static class EqualityOperators
{
    public static readonly IReadOnlyList<FilterOperator> All =
    [
        new("$eq", Eq),
        new("$ne", Ne),
        new("$neq", Ne),
        new("$in", In),
        new("$notIn", NotIn),
        .. Spellings.OthersOf("notIn", NotInPlain),
        new("$is", Is),
        new("$not", Not),
    ];

    private static ConditionWriter Eq(OperatorContext context) =>
        context.Operand.ValueKind switch
        {
            JsonValueKind.Null => Conditions.IsNull(context),
            JsonValueKind.Array => In(context),
            _ => Compare(context, "="),
        };

    private static ConditionWriter Ne(OperatorContext context) =>
        context.Operand.ValueKind switch
        {
            JsonValueKind.Null => Conditions.IsNotNull(context),
            JsonValueKind.Array => NotInPlain(context),
            _ => Conditions.OrNull(Compare(context, "<>"), context),
        };

    private static ConditionWriter In(OperatorContext context)
    {
        if (context.Operand.ValueKind == JsonValueKind.Null)
        {
            return Conditions.Never;
        }

        var list = ListOperand.Read(context, context.Operand);
        return list.Values.Count == 0 ? Conditions.Never : list.In;
    }

    /// <summary>An empty list leaves only the rows where the field is NULL, as recorded.</summary>
    private static ConditionWriter NotIn(OperatorContext context)
    {
        if (context.Operand is { ValueKind: JsonValueKind.Array } operand && operand.GetArrayLength() == 0)
        {
            return Conditions.IsNull(context);
        }

        return Conditions.OrNull(NotInPlain(context), context);
    }

    private static ConditionWriter NotInPlain(OperatorContext context)
    {
        if (context.Operand.ValueKind == JsonValueKind.Null)
        {
            throw context.Invalid("{operator} on {field} needs a list of values");
        }

        var list = ListOperand.Read(context, context.Operand);
        return list.Values.Count == 0 ? Conditions.IsNotNull(context) : Conditions.Not(list.In);
    }

    private static ConditionWriter Is(OperatorContext context)
    {
        var subject = new Subject(context.Path);
        var isBoolean = !subject.IsDocument && subject.Type.Kind == ColumnKind.Boolean;
        return context.Operand.ValueKind switch
        {
            JsonValueKind.Null => Conditions.IsNull(context),
            JsonValueKind.True when isBoolean => (sql, column) => sql.Append(column).Append(" IS TRUE"),
            JsonValueKind.False when isBoolean => (sql, column) => sql.Append(column).Append(" IS FALSE"),
            JsonValueKind.True or JsonValueKind.False => throw context.NotApplicable(),
            _ => throw context.Invalid("{operator} on {field} needs null, true or false"),
        };
    }

    private static ConditionWriter Not(OperatorContext context) =>
        context.Operand.ValueKind switch
        {
            JsonValueKind.Null => Conditions.IsNotNull(context),
            JsonValueKind.Array => NotInPlain(context),
            _ => Compare(context, "<>"),
        };

    private static ConditionWriter Compare(OperatorContext context, string comparison)
    {
        var operand = ScalarOperand.Read(context, context.Operand);
        return (sql, column) => operand.Compare(sql, column, comparison);
    }
}
