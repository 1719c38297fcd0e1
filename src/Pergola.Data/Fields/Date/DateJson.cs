using System.Text.Json;

namespace Pergola.Data.Fields.Date;

/// <summary>Dates as JSON text, digits put straight into the writer's buffer.</summary>
internal static class DateJson
{
    /// <summary><c>"YYYY-MM-DDTHH:mm:ss.fffZ"</c>.</summary>
    public static void WriteInstant(Utf8JsonWriter writer, DateTime utc)
    {
        Span<byte> text = stackalloc byte["\"YYYY-MM-DDTHH:mm:ss.fffZ\"".Length];
        PutDate(text[1..], utc.Year, utc.Month, utc.Day);
        text[11] = (byte)'T';
        PutTime(text[12..], utc.Hour, utc.Minute, utc.Second);
        text[20] = (byte)'.';
        PutDigits(text.Slice(21, 3), utc.Millisecond);
        text[24] = (byte)'Z';
        WriteQuoted(writer, text);
    }

    /// <summary><c>"YYYY-MM-DD HH:mm:ss"</c>.</summary>
    public static void WriteWall(Utf8JsonWriter writer, DateTime wall)
    {
        Span<byte> text = stackalloc byte["\"YYYY-MM-DD HH:mm:ss\"".Length];
        PutDate(text[1..], wall.Year, wall.Month, wall.Day);
        text[11] = (byte)' ';
        PutTime(text[12..], wall.Hour, wall.Minute, wall.Second);
        WriteQuoted(writer, text);
    }

    /// <summary><c>"YYYY-MM-DD"</c>.</summary>
    public static void WriteDate(Utf8JsonWriter writer, DateOnly date)
    {
        Span<byte> text = stackalloc byte["\"YYYY-MM-DD\"".Length];
        PutDate(text[1..], date.Year, date.Month, date.Day);
        WriteQuoted(writer, text);
    }

    /// <summary><c>"HH:mm:ss"</c>.</summary>
    public static void WriteTime(Utf8JsonWriter writer, TimeOnly time)
    {
        Span<byte> text = stackalloc byte["\"HH:mm:ss\"".Length];
        PutTime(text[1..], time.Hour, time.Minute, time.Second);
        WriteQuoted(writer, text);
    }

    private static void PutDate(Span<byte> text, int year, int month, int day)
    {
        PutDigits(text[..4], year);
        text[4] = (byte)'-';
        PutDigits(text.Slice(5, 2), month);
        text[7] = (byte)'-';
        PutDigits(text.Slice(8, 2), day);
    }

    private static void PutTime(Span<byte> text, int hour, int minute, int second)
    {
        PutDigits(text[..2], hour);
        text[2] = (byte)':';
        PutDigits(text.Slice(3, 2), minute);
        text[5] = (byte)':';
        PutDigits(text.Slice(6, 2), second);
    }

    private static void PutDigits(Span<byte> text, int number)
    {
        for (var index = text.Length - 1; index >= 0; index--)
        {
            text[index] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private static void WriteQuoted(Utf8JsonWriter writer, Span<byte> text)
    {
        text[0] = (byte)'"';
        text[^1] = (byte)'"';
        writer.WriteRawValue(text, skipInputValidation: true);
    }
}
