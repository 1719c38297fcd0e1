using System.Globalization;
using Pergola.Data.Fields.Number;

namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>
/// A number of a formula: exact as long as operands and result are, so that amounts and long integers lose no digit, else
/// of double precision. Never infinite and never NaN.
/// </summary>
internal readonly record struct FormulaNumber
{
    /// <summary>Below the largest decimal by more than an error of double precision.</summary>
    private const double ExactLimit = 7.9e28;
    private const int MaxPlaces = 28;

    private readonly decimal? _exact;

    private FormulaNumber(decimal? exact, double value)
    {
        _exact = exact;
        Value = value;
    }

    public double Value { get; }

    public static FormulaNumber Of(decimal value) => new(value, (double)value);

    /// <exception cref="FormulaFaultException">The value is not finite.</exception>
    public static FormulaNumber Of(double value) =>
        double.IsFinite(value) ? new(null, value) : throw new FormulaFaultException("The number is not finite.");

    /// <summary>The number a text states; null when it states none.</summary>
    public static FormulaNumber? Read(string text)
    {
        if (ExactNumber.Parse(text, out var number) != NumberText.Number)
        {
            return null;
        }

        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var shortest = number.Normalize();
        return
            Math.Abs(value) < ExactLimit
            && decimal.TryParse(shortest.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && exact.Scale == shortest.Scale
            ? Of(exact)
            : Of(value);
    }

    public static FormulaNumber operator +(FormulaNumber left, FormulaNumber right)
    {
        var about = left.Value + right.Value;
        return
            left._exact is { } a
            && right._exact is { } b
            && Math.Abs(about) < ExactLimit
            && a + b is var sum
            && sum.Scale == Math.Max(a.Scale, b.Scale)
            ? Of(sum)
            : Of(about);
    }

    public static FormulaNumber operator -(FormulaNumber value) =>
        value._exact is { } exact ? Of(-exact) : Of(-value.Value);

    public static FormulaNumber operator -(FormulaNumber left, FormulaNumber right) => left + -right;

    public static FormulaNumber operator *(FormulaNumber left, FormulaNumber right)
    {
        var about = left.Value * right.Value;
        return
            left._exact is { } a
            && right._exact is { } b
            && Math.Abs(about) < ExactLimit
            && a * b is var product
            && product.Scale == a.Scale + b.Scale
            ? Of(product)
            : Of(about);
    }

    public static FormulaNumber operator /(FormulaNumber left, FormulaNumber right)
    {
        var about = Of(left.Value / right.Value);
        if (left._exact is not { } a || right._exact is not { } b || Math.Abs(about.Value) >= ExactLimit)
        {
            return about;
        }

        var quotient = Of(a / b);
        return quotient * right is { _exact: { } back } && back == a ? quotient : about;
    }

    /// <summary>Remainder with the sign of the dividend.</summary>
    public static FormulaNumber operator %(FormulaNumber left, FormulaNumber right) =>
        left._exact is { } a && right._exact is { } b && b != 0 ? Of(a % b) : Of(left.Value % right.Value);

    /// <summary>Remainder with the sign of the divisor.</summary>
    public static FormulaNumber FlooredRemainder(FormulaNumber left, FormulaNumber right)
    {
        var remainder = left % right;
        return remainder.Value != 0 && remainder.Value < 0 != right.Value < 0 ? remainder + right : remainder;
    }

    public static FormulaNumber Power(FormulaNumber number, FormulaNumber exponent)
    {
        const int MostFactors = 64;
        if (
            number._exact is null
            || exponent._exact is not { } times
            || times % 1 != 0
            || times is < 0 or > MostFactors
        )
        {
            return Of(Math.Pow(number.Value, exponent.Value));
        }

        var power = Of(1m);
        for (var factor = 0; factor < times; factor++)
        {
            power *= number;
        }

        return power;
    }

    /// <summary>The number with at most so many digits after the point, or with so many zeros before it when negative.</summary>
    public FormulaNumber Round(int places, MidpointRounding rounding = MidpointRounding.AwayFromZero)
    {
        if (_exact is null && Math.Abs(Value) >= ExactLimit / 10)
        {
            return this;
        }

        // Fifteen digits of a double are what its writer meant, so 1.005 rounds up.
        var exact = _exact ?? (decimal)Value;
        if (places >= 0)
        {
            return Of(decimal.Round(exact, Math.Min(places, MaxPlaces), rounding));
        }

        if (places < -MaxPlaces)
        {
            return Of(0m);
        }

        var unit = Power(Of(10m), Of((decimal)-places));
        return Of(decimal.Round(exact / unit._exact!.Value, 0, rounding)) * unit;
    }

    public static int Compare(FormulaNumber left, FormulaNumber right) =>
        left._exact is { } a && right._exact is { } b ? a.CompareTo(b) : left.Value.CompareTo(right.Value);

    /// <summary>Digits without exponent where the number is exact, without zeros at the end.</summary>
    public override string ToString() =>
        _exact is { } exact
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : Value.ToString(CultureInfo.InvariantCulture);
}
