using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;

namespace Pergola.Data.Sqlite;

/// <summary>
/// How values of each kind are stored. Instants are UTC text of fixed width, so that their order as text is their order
/// in time.
/// </summary>
internal static class StoredValues
{
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    public const string LocalDateTimeFormat = "yyyy-MM-dd HH:mm:ss";
    public const string DateFormat = "yyyy-MM-dd";
    public const string TimeFormat = "HH:mm:ss";

    private static readonly object True = 1L;
    private static readonly object False = 0L;

    /// <summary>A value as <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or bytes.</summary>
    public static object Of(ColumnType type, object value) =>
        (type.Kind, value) switch
        {
            (ColumnKind.Array, string json) => JsonArrayText.WithTextElements(json),
            (_, string or long or double or byte[]) => value,
            (_, int number) => (long)number,
            (_, float number) => (double)number,
            (_, bool flag) => flag ? True : False,
            (ColumnKind.LocalDateTime, DateTime moment) => moment.ToString(
                LocalDateTimeFormat,
                CultureInfo.InvariantCulture
            ),
            (_, DateTime moment) => moment.ToString(InstantFormat, CultureInfo.InvariantCulture),
            (_, DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture),
            (_, TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
            (_, Guid id) => id.ToString("D"),
            _ => throw new NotSupportedException($"{value.GetType().Name} for a column of kind {type.Kind}"),
        };

    /// <summary>
    /// A list as a JSON array whose elements compare like stored values; bytes as upper-case hex, floating-point numbers as
    /// the integers that have their bits.
    /// </summary>
    public static string ToJsonArray(ColumnType type, IReadOnlyList<object?> values)
    {
        var buffer = new ArrayBufferWriter<byte>(16 + (values.Count * 12));
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                Write(writer, value is null ? null : Of(type, value));
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? stored)
    {
        switch (stored)
        {
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                // SQLite's reading of decimal digits is off by a bit for large exponents.
                writer.WriteNumberValue(BitConverter.DoubleToInt64Bits(number));
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case byte[] bytes:
                writer.WriteStringValue(Convert.ToHexString(bytes));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
