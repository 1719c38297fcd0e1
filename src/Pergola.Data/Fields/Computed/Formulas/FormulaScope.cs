using System.Text;
using Pergola.Data.Fields.Date;

namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>
/// What an evaluation sees, and how it reads values. A value is null, a <see cref="bool"/>, a <see cref="FormulaNumber"/>,
/// a <see cref="string"/> or a <see cref="DateTime"/> of kind UTC.
/// </summary>
internal sealed class FormulaScope(FormulaEngine engine, Func<string, object?> operands, TimeZoneInfo zone)
{
    /// <summary>Longest text in characters that a formula may put together.</summary>
    private const int LongestText = 1_000_000;

    public FormulaEngine Engine { get; } = engine;

    /// <summary>Zone of wall times.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    public object? Operand(string name) => operands(name);

    /// <summary>The value as a number; null where NULL is no number.</summary>
    /// <exception cref="FormulaFaultException">A text that states no number.</exception>
    public FormulaNumber? Number(object? value) =>
        value switch
        {
            null => Engine.NullIsZero ? FormulaNumber.Of(0m) : null,
            FormulaNumber number => number,
            bool flag => FormulaNumber.Of(flag ? 1m : 0m),
            DateTime date => FormulaNumber.Of((decimal)DateValues.ToEpochMilliseconds(date)),
            string text => FormulaNumber.Read(text) ?? throw new FormulaFaultException("The text is not a number."),
            _ => throw new InvalidOperationException($"{value.GetType()} is not a value of formulas."),
        };

    /// <summary>The value as text; null where NULL is no text.</summary>
    public string? Text(object? value) =>
        value switch
        {
            null => Engine.NullIsZero ? string.Empty : null,
            bool flag => flag ? "true" : "false",
            DateTime date => DateText(date),
            _ => value.ToString(),
        };

    /// <summary>Wall time of a date in the server zone; null when the value is NULL.</summary>
    /// <exception cref="FormulaFaultException">The value is no date.</exception>
    public DateTime? Wall(object? value) =>
        value switch
        {
            null => null,
            DateTime date => WallClock.FromUtc(date, Zone),
            string text when Date.DateText.TryParse(text, out var date) => WallClock.FromUtc(
                DateValues.ToInstant(date, Zone),
                Zone
            ),
            _ => throw new FormulaFaultException("The value is not a date."),
        };

    /// <summary>Texts one after the other; null where one of them is.</summary>
    public string? Join(IEnumerable<object?> values)
    {
        var joined = new StringBuilder();
        foreach (var value in values)
        {
            if (Text(value) is not { } text)
            {
                return null;
            }

            if (joined.Length + text.Length > LongestText)
            {
                throw new FormulaFaultException("The text is too long.");
            }

            joined.Append(text);
        }

        return joined.ToString();
    }

    public static bool IsTrue(object? value) =>
        value switch
        {
            null => false,
            bool flag => flag,
            FormulaNumber number => number.Value != 0,
            string text => text.Length > 0,
            _ => true,
        };

    private static string DateText(DateTime date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
