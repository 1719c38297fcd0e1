using System.Buffers;
using System.Globalization;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>Durations as the policy writes them: <c>30d</c>, <c>12h</c>, <c>2 days</c>, or a number of milliseconds.</summary>
internal static class Lifetime
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    public static bool TryParse(string? text, out TimeSpan lifetime)
    {
        lifetime = default;
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExcept(Digits);
        var number = digits < 0 ? trimmed : trimmed[..digits];
        var unit = digits < 0 ? [] : trimmed[digits..].Trim();
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        double? milliseconds = unit.ToString().ToLowerInvariant() switch
        {
            "" or "ms" or "msec" or "msecs" or "millisecond" or "milliseconds" => 1,
            "s" or "sec" or "secs" or "second" or "seconds" => 1_000,
            "m" or "min" or "mins" or "minute" or "minutes" => 60_000,
            "h" or "hr" or "hrs" or "hour" or "hours" => 3_600_000,
            "d" or "day" or "days" => 86_400_000,
            "w" or "week" or "weeks" => 604_800_000,
            "y" or "yr" or "yrs" or "year" or "years" => 31_557_600_000,
            _ => null,
        };
        if (milliseconds is null || value * milliseconds > TimeSpan.MaxValue.TotalMilliseconds / 2)
        {
            return false;
        }

        lifetime = TimeSpan.FromMilliseconds(value * milliseconds.Value);
        return true;
    }
}
