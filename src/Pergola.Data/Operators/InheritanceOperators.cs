namespace Pergola.Data.Operators;

/// <summary>Operators of inherited tables. Collections without inheritance refuse them instead of ignoring them.</summary>
internal static class InheritanceOperators
{
    public static readonly IReadOnlyList<FilterOperator> All =
    [
        new("$childIn", context => throw context.NotApplicable()),
        new("$childNotIn", context => throw context.NotApplicable()),
    ];
}
