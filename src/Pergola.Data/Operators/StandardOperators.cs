namespace Pergola.Data.Operators;

/// <summary>The filter operators every app has.</summary>
public static class StandardOperators
{
    public static IReadOnlyList<FilterOperator> All { get; } =
    [
        .. EqualityOperators.All,
        .. ComparisonOperators.All,
        .. TextOperators.All,
        .. BooleanOperators.All,
        .. ArrayOperators.All,
        .. DateOperators.All,
        .. ExistenceOperators.All,
        .. ContextOperators.All,
        .. InheritanceOperators.All,
    ];
}
