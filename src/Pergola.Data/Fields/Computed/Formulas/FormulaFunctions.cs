using System.Collections.Frozen;

namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>
/// The functions of formulas by name, in any case: those that both engines' users write. <c>if</c> is the parser's, since it
/// evaluates one branch only.
/// </summary>
internal static class FormulaFunctions
{
    private const int Any = 255;

    private static readonly FormulaFunction Average = FormulaFunction.OfNumbers(
        1,
        Any,
        numbers => Sum(numbers) / FormulaNumber.Of((decimal)numbers.Length)
    );
    private static readonly FormulaFunction Ceiling = FormulaFunction.OfNumber(n =>
        n.Round(0, MidpointRounding.ToPositiveInfinity)
    );
    private static readonly FormulaFunction Concat = new(1, Any, (scope, values) => scope.Join(values));
    private static readonly FormulaFunction Length = FormulaFunction.OfText(t => FormulaNumber.Of((decimal)t.Length));
    private static readonly FormulaFunction Power = FormulaFunction.OfNumbers(
        2,
        2,
        numbers => FormulaNumber.Power(numbers[0], numbers[1])
    );
    private static readonly FormulaFunction Truncate = Rounding(MidpointRounding.ToZero);

    public static FrozenDictionary<string, FormulaFunction> ByName { get; } =
        new Dictionary<string, FormulaFunction>
        {
            ["abs"] = FormulaFunction.OfNumber(n => n.Value < 0 ? -n : n),
            ["and"] = new(1, Any, (_, values) => values.All(FormulaScope.IsTrue)),
            ["average"] = Average,
            ["avg"] = Average,
            ["ceil"] = Ceiling,
            ["ceiling"] = Ceiling,
            ["concat"] = Concat,
            ["concatenate"] = Concat,
            ["day"] = FormulaFunction.OfDate(d => d.Day),
            ["days"] = new(2, 2, Days),
            ["exp"] = FormulaFunction.OfDouble(Math.Exp),
            ["fix"] = Truncate,
            ["floor"] = FormulaFunction.OfNumber(n => n.Round(0, MidpointRounding.ToNegativeInfinity)),
            ["hour"] = FormulaFunction.OfDate(d => d.Hour),
            ["isblank"] = new(1, 1, (_, values) => values[0] is null or ""),
            ["left"] = FormulaFunction.OfTextPart((text, count) => text[..count]),
            ["len"] = Length,
            ["length"] = Length,
            ["ln"] = FormulaFunction.OfDouble(Math.Log),
            ["log"] = new(1, 2, Log),
            ["log10"] = FormulaFunction.OfDouble(Math.Log10),
            ["lower"] = FormulaFunction.OfText(t => t.ToLowerInvariant()),
            ["max"] = FormulaFunction.OfNumbers(
                1,
                Any,
                n => n.Aggregate((a, b) => FormulaNumber.Compare(a, b) >= 0 ? a : b)
            ),
            ["mean"] = Average,
            ["mid"] = new(3, 3, Middle),
            ["min"] = FormulaFunction.OfNumbers(
                1,
                Any,
                n => n.Aggregate((a, b) => FormulaNumber.Compare(a, b) <= 0 ? a : b)
            ),
            ["minute"] = FormulaFunction.OfDate(d => d.Minute),
            ["mod"] = FormulaFunction.OfNumbers(2, 2, n => FormulaNumber.FlooredRemainder(n[0], n[1])),
            ["month"] = FormulaFunction.OfDate(d => d.Month),
            ["not"] = new(1, 1, (_, values) => !FormulaScope.IsTrue(values[0])),
            ["or"] = new(1, Any, (_, values) => values.Any(FormulaScope.IsTrue)),
            ["pow"] = Power,
            ["power"] = Power,
            ["product"] = FormulaFunction.OfNumbers(1, Any, n => n.Aggregate((a, b) => a * b)),
            ["right"] = FormulaFunction.OfTextPart((text, count) => text[^count..]),
            ["round"] = Rounding(MidpointRounding.AwayFromZero),
            ["second"] = FormulaFunction.OfDate(d => d.Second),
            ["sign"] = FormulaFunction.OfNumber(n => FormulaNumber.Of((decimal)Math.Sign(n.Value))),
            ["sqrt"] = FormulaFunction.OfDouble(Math.Sqrt),
            ["sum"] = FormulaFunction.OfNumbers(1, Any, numbers => Sum(numbers)),
            ["trim"] = FormulaFunction.OfText(t => t.Trim()),
            ["trunc"] = Truncate,
            ["upper"] = FormulaFunction.OfText(t => t.ToUpperInvariant()),
            ["year"] = FormulaFunction.OfDate(d => d.Year),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static FormulaNumber Sum(FormulaNumber[] numbers) => numbers.Aggregate((a, b) => a + b);

    private static FormulaFunction Rounding(MidpointRounding rounding) =>
        FormulaFunction.OfNumbers(
            1,
            2,
            numbers =>
                numbers[0].Round(numbers.Length == 1 ? 0 : (int)Math.Clamp(numbers[1].Value, -400, 400), rounding)
        );

    /// <summary>Natural logarithm, or the one to a base.</summary>
    private static object? Log(FormulaScope scope, object?[] values)
    {
        var natural = FormulaFunction.OfDouble(Math.Log);
        return values.Length == 1
            ? natural.Compute(scope, values)
            : FormulaFunction
                .OfNumbers(2, 2, n => FormulaNumber.Of(Math.Log(n[0].Value, n[1].Value)))
                .Compute(scope, values);
    }

    /// <summary>Part of a text from a position, counted from 1.</summary>
    private static object? Middle(FormulaScope scope, object?[] values)
    {
        if (
            scope.Text(values[0]) is not { } text
            || scope.Number(values[1]) is not { } position
            || scope.Number(values[2]) is not { } count
        )
        {
            return null;
        }

        var rest = text[FormulaFunction.ToCount(position - FormulaNumber.Of(1m), text.Length)..];
        return rest[..FormulaFunction.ToCount(count, rest.Length)];
    }

    /// <summary>Calendar days from the second date to the first.</summary>
    private static object? Days(FormulaScope scope, object?[] values) =>
        scope.Wall(values[0]) is { } end && scope.Wall(values[1]) is { } start
            ? FormulaNumber.Of((decimal)(end.Date - start.Date).Days)
            : null;
}
