namespace Pergola.Data.Fields.Date;

/// <summary>Time of day as text: <c>H[:m[:s[.fraction]]]</c>.</summary>
internal static class TimeText
{
    private const int MillisecondDigits = 3;

    /// <summary>Fractions are cut to milliseconds.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time, out DateUnit unit)
    {
        time = default;
        unit = DateUnit.Hour;
        if (!TryTake(ref text, 23, out var hour))
        {
            return false;
        }

        var (minute, second, millisecond) = (0, 0, 0);
        if (text is [':', ..])
        {
            unit = DateUnit.Minute;
            text = text[1..];
            if (!TryTake(ref text, 59, out minute))
            {
                return false;
            }
        }

        if (unit == DateUnit.Minute && text is [':', ..])
        {
            unit = DateUnit.Second;
            text = text[1..];
            if (!TryTake(ref text, 59, out second))
            {
                return false;
            }
        }

        if (unit == DateUnit.Second && text is ['.' or ',', _, ..])
        {
            unit = DateUnit.Millisecond;
            if (!TryReadFraction(text[1..], out millisecond))
            {
                return false;
            }

            text = [];
        }

        time = new TimeSpan(0, hour, minute, second, millisecond);
        return text.IsEmpty;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, int max, out int number)
    {
        var length = text.Length > 1 && char.IsAsciiDigit(text[1]) ? 2 : 1;
        number = 0;
        if (text.Length < length || !DateText.TryNumber(text[..length], out number))
        {
            return false;
        }

        text = text[length..];
        return number <= max;
    }

    private static bool TryReadFraction(ReadOnlySpan<char> digits, out int milliseconds)
    {
        milliseconds = 0;
        if (digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        for (var index = 0; index < MillisecondDigits; index++)
        {
            milliseconds = (milliseconds * 10) + (index < digits.Length ? digits[index] - '0' : 0);
        }

        return true;
    }
}
