using System.Text.Json;
using Pergola.Data.Fields;

namespace Pergola.Data.Operators;

/// <summary>Ticked or not: a box that was never touched (NULL) is not ticked.</summary>
internal static class BooleanOperators
{
    public static readonly IReadOnlyList<FilterOperator> All =
    [
        new("$isTruly", context => IsTrueOperand(context) ? IsTicked(context) : IsNotTicked(context)),
        new("$isFalsy", context => IsTrueOperand(context) ? IsNotTicked(context) : IsTicked(context)),
    ];

    private static bool IsTrueOperand(OperatorContext context) =>
        context.Operand.ValueKind == JsonValueKind.True
        || (context.Operand.ValueKind == JsonValueKind.String && context.Operand.ValueEquals("true"));

    private static ConditionWriter IsTicked(OperatorContext context) => Equal(context, ticked: true);

    private static ConditionWriter IsNotTicked(OperatorContext context) =>
        Conditions.OrNull(Equal(context, ticked: false), context);

    private static ConditionWriter Equal(OperatorContext context, bool ticked)
    {
        var subject = new Subject(context.Path);
        var operand = subject.IsDocument
            ? new ScalarOperand(subject, ticked ? "true" : "false", Subject.TextType)
            : subject.Type.Kind switch
            {
                ColumnKind.Boolean => new ScalarOperand(subject, ticked, subject.Type),
                ColumnKind.Int32 => new ScalarOperand(subject, ticked ? 1 : 0, subject.Type),
                ColumnKind.Int64 => new ScalarOperand(subject, ticked ? 1L : 0L, subject.Type),
                _ => throw context.NotApplicable(),
            };
        return (sql, column) => operand.Compare(sql, column, "=");
    }
}
