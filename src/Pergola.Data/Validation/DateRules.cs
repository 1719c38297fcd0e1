using System.Globalization;
using System.Text.Json;

namespace Pergola.Data.Validation;

/// <summary>Rules of validation type <c>date</c>; text without zone is read as UTC, numbers as epoch milliseconds.</summary>
internal static class DateRules
{
    public static RuleCheck? Find(string name, RuleArguments arguments) =>
        name switch
        {
            "min" => Limit(arguments, "must be greater than or equal to {limit}", order => order >= 0),
            "max" => Limit(arguments, "must be less than or equal to {limit}", order => order <= 0),
            "greater" => Limit(arguments, "must be greater than {limit}", order => order > 0),
            "less" => Limit(arguments, "must be less than {limit}", order => order < 0),
            "iso" => value =>
                value.ValueKind == JsonValueKind.String ? null : BrokenRule.Of("must be in ISO 8601 date format"),
            "timestamp" => value =>
                RuleNumber.TryRead(value, out _)
                    ? null
                    : BrokenRule.Of("must be in timestamp or number of milliseconds format"),
            _ => null,
        };

    public static BrokenRule? IsDate(JsonElement value) =>
        TryRead(value, out _) ? null : BrokenRule.Of("must be a valid date");

    private static RuleCheck? Limit(RuleArguments arguments, string text, Func<int, bool> isKept)
    {
        if ((arguments.Get("limit") ?? arguments.Get("date")) is not { } given || !TryRead(given, out var limit))
        {
            return null;
        }

        return value =>
            TryRead(value, out var date) && isKept(date.CompareTo(limit))
                ? null
                : BrokenRule.Of(text, ("limit", given.ToString()));
    }

    private static bool TryRead(JsonElement value, out DateTimeOffset date)
    {
        date = default;
        if (value.ValueKind == JsonValueKind.String)
        {
            return DateTimeOffset.TryParse(
                value.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out date
            );
        }

        const long MaxMilliseconds = 253_402_300_799_999;
        if (
            value.ValueKind != JsonValueKind.Number
            || !value.TryGetInt64(out var milliseconds)
            || milliseconds is < -62_135_596_800_000 or > MaxMilliseconds
        )
        {
            return false;
        }

        date = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }
}
