using System.Collections.Frozen;

namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>A binary operator: how strongly it binds, and what it computes.</summary>
internal sealed record FormulaOperator(int Strength, FormulaFunction Function);

/// <summary>The operators that compute from both their sides.</summary>
internal static class FormulaOperators
{
    public const int Condition = 1;
    public const int Or = 2;
    public const int And = 3;
    public const int Equality = 4;
    public const int Order = 5;
    public const int Sum = 6;
    public const int Product = 7;
    public const int Sign = 8;
    public const int Power = 9;

    private static readonly FormulaOperator Equal = new(Equality, new(2, 2, (scope, v) => AreEqual(scope, v[0], v[1])));
    private static readonly FormulaOperator NotEqual = new(
        Equality,
        new(2, 2, (scope, v) => !AreEqual(scope, v[0], v[1]))
    );
    private static readonly FormulaOperator Remainder = new(
        Product,
        new(
            2,
            2,
            (scope, v) =>
                scope.Number(v[0]) is { } left && scope.Number(v[1]) is { } right
                    ? scope.Engine.FlooredRemainder
                        ? FormulaNumber.FlooredRemainder(left, right)
                        : left % right
                    : null
        )
    );

    public static FrozenDictionary<string, FormulaOperator> Binary { get; } =
        new Dictionary<string, FormulaOperator>
        {
            ["=="] = Equal,
            ["==="] = Equal,
            ["!="] = NotEqual,
            ["!=="] = NotEqual,
            ["<"] = Ordering(order => order < 0),
            ["<="] = Ordering(order => order <= 0),
            [">"] = Ordering(order => order > 0),
            [">="] = Ordering(order => order >= 0),
            ["+"] = new(Sum, new(2, 2, Add)),
            ["-"] = new(Sum, FormulaFunction.OfNumbers(2, 2, n => n[0] - n[1])),
            ["*"] = new(Product, FormulaFunction.OfNumbers(2, 2, n => n[0] * n[1])),
            ["/"] = new(Product, FormulaFunction.OfNumbers(2, 2, n => n[0] / n[1])),
            ["%"] = Remainder,
            ["mod"] = Remainder,
            ["^"] = new(Power, FormulaFunction.OfNumbers(2, 2, n => FormulaNumber.Power(n[0], n[1]))),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static FrozenDictionary<string, FormulaFunction> Prefix { get; } =
        new Dictionary<string, FormulaFunction>
        {
            ["-"] = FormulaFunction.OfNumber(n => -n),
            ["+"] = FormulaFunction.OfNumber(n => n),
            ["!"] = FormulaFunctions.ByName["not"],
            ["not"] = FormulaFunctions.ByName["not"],
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static object? Add(FormulaScope scope, object?[] values)
    {
        if (scope.Engine.PlusJoinsText && (values[0] is string || values[1] is string))
        {
            return scope.Join(values);
        }

        return scope.Number(values[0]) is { } left && scope.Number(values[1]) is { } right ? left + right : null;
    }

    /// <summary>NULL equals NULL and nothing else; texts are compared as texts, everything else as numbers.</summary>
    private static bool AreEqual(FormulaScope scope, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        return Compare(scope, left, right) == 0;
    }

    private static FormulaOperator Ordering(Func<int, bool> holds) =>
        new(Order, new(2, 2, (scope, v) => Compare(scope, v[0], v[1]) is { } order ? holds(order) : null));

    private static int? Compare(FormulaScope scope, object? left, object? right)
    {
        if (left is string a && right is string b)
        {
            return string.CompareOrdinal(a, b);
        }

        if ((left, right) is (DateTime, string) or (string, DateTime))
        {
            return Nullable.Compare(scope.Wall(left), scope.Wall(right));
        }

        return scope.Number(left) is { } first && scope.Number(right) is { } second
            ? FormulaNumber.Compare(first, second)
            : null;
    }
}
