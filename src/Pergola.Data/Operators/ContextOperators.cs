using System.Globalization;
using Pergola.Data.Fields;

namespace Pergola.Data.Operators;

/// <summary>Comparison with who runs the request. The operand is not looked at.</summary>
internal static class ContextOperators
{
    /// <summary>Id that no user has.</summary>
    private const long Nobody = -1;

    public static readonly IReadOnlyList<FilterOperator> All =
    [
        new("$isCurrentUser", context => Compare(context, "=")),
        new("$isNotCurrentUser", context => Compare(context, "<>")),
    ];

    private static ConditionWriter Compare(OperatorContext context, string comparison)
    {
        var subject = new Subject(context.Path);
        var id = context.Values.UserId ?? Nobody;
        ScalarOperand operand = subject switch
        {
            { IsDocument: false, Type.Kind: ColumnKind.Int32 or ColumnKind.Int64 } => new(
                subject,
                id,
                new ColumnType(ColumnKind.Int64)
            ),
            { IsText: true } => new(subject, id.ToString(CultureInfo.InvariantCulture), Subject.TextType),
            _ => throw context.NotApplicable(),
        };
        return (sql, column) => operand.Compare(sql, column, comparison);
    }
}
