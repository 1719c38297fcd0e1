using System.Globalization;
using System.Text.Json;

namespace Pergola.Data.Validation;

/// <summary>
/// A number as rules compare it, with the text it came from. Exact within the range of <see cref="decimal"/>, beyond
/// that a double, which is enough to tell that a limit is passed.
/// </summary>
internal readonly record struct RuleNumber(string Text, decimal? Exact, double Approximate)
{
    private const decimal MaxSafe = 9_007_199_254_740_991m;

    public bool IsSafe => Exact is { } value && Math.Abs(value) <= MaxSafe;

    public bool IsInteger =>
        Exact is { } value ? value == decimal.Truncate(value) : Approximate == Math.Floor(Approximate);

    public int? AsCount => IsInteger && Exact is >= 0 and <= int.MaxValue ? (int)Exact : null;

    /// <summary>Digits behind the point, an exponent counted in.</summary>
    public int Decimals
    {
        get
        {
            var exponentAt = Text.IndexOfAny(['e', 'E']);
            var mantissa = exponentAt < 0 ? Text : Text[..exponentAt];
            var exponent = exponentAt < 0 ? 0 : int.Parse(Text.AsSpan(exponentAt + 1), CultureInfo.InvariantCulture);
            var point = mantissa.IndexOf('.');
            return Math.Max(0, (point < 0 ? 0 : mantissa.Length - point - 1) - exponent);
        }
    }

    public int Order(RuleNumber other) =>
        Exact is { } left && other.Exact is { } right
            ? left.CompareTo(right)
            : Approximate.CompareTo(other.Approximate);

    public bool IsMultipleOf(RuleNumber other) =>
        Exact is { } value && other.Exact is { } factor
            ? factor != 0 && value % factor == 0
            : Approximate % other.Approximate == 0;

    /// <summary>Reads a JSON number, or text that is one.</summary>
    public static bool TryRead(JsonElement value, out RuleNumber number)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!.Trim(),
            _ => string.Empty,
        };
        number = default;
        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var approximate)
            || !double.IsFinite(approximate)
        )
        {
            return false;
        }

        decimal? exact = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : null;
        number = new RuleNumber(text, exact, approximate);
        return true;
    }
}
