using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pergola.App.Localization;

/// <summary>Time zones as they are written in headers and settings: an offset such as <c>+08:00</c>, or an IANA name.</summary>
public static class TimeZoneText
{
    public static bool TryParse(string text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        if (text is "Z" or "UTC" or "GMT")
        {
            zone = TimeZoneInfo.Utc;
            return true;
        }

        if (text is ['+' or '-', ..])
        {
            return TryParseOffset(text, out zone);
        }

        // The name becomes a path in the zone database.
        var isName =
            text.Length is > 0 and <= 64
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && char.IsAsciiLetter(text[0]);
        return isName && TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone);
    }

    private static bool TryParseOffset(string text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        string[] formats = ["hh\\:mm", "hhmm", "%h", "hh", "h\\:mm"];
        if (
            !TimeSpan.TryParseExact(text.AsSpan(1), formats, CultureInfo.InvariantCulture, out var offset)
            || offset > TimeSpan.FromHours(14)
        )
        {
            return false;
        }

        var signed = text[0] == '-' ? -offset : offset;
        zone = signed == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(text, signed, text, text);
        return true;
    }
}
