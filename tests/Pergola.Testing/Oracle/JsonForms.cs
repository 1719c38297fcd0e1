using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>Values in the JSON form that is documented for their kind.</summary>
public static class JsonForms
{
    private const long MaxSafeInteger = 9_007_199_254_740_991;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonElement Write(object? value, FieldKind kind) =>
        value switch
        {
            null => JsonElement.Parse("null"),
            JsonElement json => json,
            long seconds when kind == FieldKind.Unix => Text(DateTime.UnixEpoch.AddSeconds(seconds), Instant),
            long number when kind == FieldKind.BigInt && Math.Abs((decimal)number) > MaxSafeInteger => ToJson(
                number.ToString(CultureInfo.InvariantCulture)
            ),
            decimal exact => ToJson(exact.ToString(CultureInfo.InvariantCulture)),
            DateTime time => Text(time, kind == FieldKind.Instant ? Instant : "yyyy-MM-dd HH:mm:ss"),
            DateOnly day => ToJson(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            TimeOnly time => ToJson(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
            _ => JsonSerializer.SerializeToElement(value, value.GetType(), Plain),
        };

    /// <summary>Whether two JSON values are the same to a reader: numbers by value, objects in any order.</summary>
    public static bool AreSame(JsonElement left, JsonElement right) => JsonElement.DeepEquals(left, right);

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static JsonElement Text(DateTime time, string format) =>
        ToJson(time.ToString(format, CultureInfo.InvariantCulture));

    private static JsonElement ToJson(string text) => JsonSerializer.SerializeToElement(text, Plain);
}
