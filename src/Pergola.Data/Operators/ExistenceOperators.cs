using Pergola.Data.Fields;
using Pergola.Data.Fields.Choice;

namespace Pergola.Data.Operators;

/// <summary>Whether there is a value at all. The operand is not looked at.</summary>
internal static class ExistenceOperators
{
    public static readonly IReadOnlyList<FilterOperator> All =
    [
        new("$empty", IsEmpty),
        new("$notEmpty", IsNotEmpty),
        new("$exists", Conditions.IsNotNull),
        new("$notExists", Conditions.IsNull),
    ];

    private static ConditionWriter IsEmpty(OperatorContext context)
    {
        if (IsArray(context))
        {
            return ArrayOperators.IsEmpty(context);
        }

        return IsShortText(context)
            ? Conditions.OrNull((sql, column) => sql.Append(column).Append(" = ''"), context)
            : Conditions.IsNull(context);
    }

    private static ConditionWriter IsNotEmpty(OperatorContext context)
    {
        if (IsArray(context))
        {
            return ArrayOperators.IsNotEmpty(context);
        }

        return IsShortText(context)
            ? (sql, column) =>
                sql.Append('(').Append(column).Append(" IS NOT NULL AND ").Append(column).Append(" <> '')")
            : Conditions.IsNotNull(context);
    }

    private static bool IsArray(OperatorContext context) =>
        context.Path.Document.Count == 0 && context.Field.Type is ArrayField or SetField;

    /// <summary>Text of limited length; in long text an empty one counts as a value, as recorded.</summary>
    private static bool IsShortText(OperatorContext context) =>
        context.Path.Document.Count == 0 && context.Field.ColumnType.Kind == ColumnKind.String;
}
