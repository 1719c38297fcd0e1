namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>A function of formulas and how many arguments it takes.</summary>
internal sealed record FormulaFunction(int Least, int Most, Func<FormulaScope, object?[], object?> Compute)
{
    /// <summary>A function of numbers that is NULL where one of them is.</summary>
    public static FormulaFunction OfNumbers(int least, int most, Func<FormulaNumber[], object?> compute) =>
        new(
            least,
            most,
            (scope, values) =>
            {
                var numbers = new FormulaNumber[values.Length];
                for (var index = 0; index < values.Length; index++)
                {
                    if (scope.Number(values[index]) is not { } number)
                    {
                        return null;
                    }

                    numbers[index] = number;
                }

                return compute(numbers);
            }
        );

    public static FormulaFunction OfNumber(Func<FormulaNumber, FormulaNumber> compute) =>
        OfNumbers(1, 1, numbers => compute(numbers[0]));

    public static FormulaFunction OfDouble(Func<double, double> compute) =>
        OfNumber(number => FormulaNumber.Of(compute(number.Value)));

    public static FormulaFunction OfText(Func<string, object> compute) =>
        new(1, 1, (scope, values) => scope.Text(values[0]) is { } text ? compute(text) : null);

    /// <summary>A function of a text and a count of characters, one unless given.</summary>
    public static FormulaFunction OfTextPart(Func<string, int, string> compute) =>
        new(
            1,
            2,
            (scope, values) =>
            {
                var count = values.Length == 1 ? FormulaNumber.Of(1m) : scope.Number(values[1]);
                return scope.Text(values[0]) is { } text && count is { } given
                    ? compute(text, ToCount(given, text.Length))
                    : null;
            }
        );

    /// <summary>A function of the wall time of a date.</summary>
    public static FormulaFunction OfDate(Func<DateTime, int> compute) =>
        new(
            1,
            1,
            (scope, values) => scope.Wall(values[0]) is { } date ? FormulaNumber.Of((decimal)compute(date)) : null
        );

    /// <summary>A whole number between 0 and a limit, whatever was given.</summary>
    public static int ToCount(FormulaNumber number, int limit) => (int)Math.Clamp(number.Value, 0, limit);
}
