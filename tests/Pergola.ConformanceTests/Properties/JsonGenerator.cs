using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pergola.Testing.Oracle;

namespace Pergola.ConformanceTests.Properties;

/// <summary>JSON of any shape, with what is dangerous in it.</summary>
internal sealed class JsonGenerator(Chance chance)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "1",
        "-1",
        "2",
        "1.5",
        "1.005",
        "-1.0000005",
        "0.1",
        "1e2",
        "1E+2",
        "1e-2",
        "15e-1",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "1e18",
        "1e19",
        "99999999999999.9999994",
        "99999999999999.9999995",
        "1e100",
        "1.7976931348623157e308",
        "1e309",
        "5e-324",
        "1e-400",
        "1e400",
        "1e99999999",
        "1e-99999999",
        "1714953600",
        "1714953600123",
        "-62135596800",
        "253402300800",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "true",
        "TRUE",
        "yes",
        "no",
        "off",
        "t",
        "null",
        "[]",
        "[\"b\",\"a\"]",
        "{}",
        " 12 ",
        "+5",
        ".5",
        "5.",
        "1e3",
        "0x10",
        "1_000",
        "1,5",
        "12abc",
        "NaN",
        "Infinity",
        "-",
        "2024-05-06",
        "2024-5-6",
        "20240506",
        "2024-05",
        "2024-05-06T07:08:09.123Z",
        "2024-05-06T07:08:09.123456Z",
        "2024-05-06 07:08",
        "2024-05-06T07:08:09+08:00",
        "2024-02-30",
        "2024-13-01",
        "0000-01-01",
        "9999-12-31",
        "2024W19",
        "2024",
        "7:8",
        "07:08",
        "070809",
        "24:00:00",
        "23:59:60",
        "99:99",
        "12:30:15.999",
        "018f4e3a-1111-4222-8333-444455556666",
        "018F4E3A-1111-4222-8333-444455556666",
        "018f4e3a11114222833344445555666",
        "{018f4e3a-1111-4222-8333-444455556666}",
        "a\u0000b",
        "😀",
        "\uE000\uFFFF",
        "'; --",
        "{{$user.id}}",
        "%_\\",
    ];

    /// <summary>A value that somebody might send for a field of a kind.</summary>
    public string For(FieldKind kind) =>
        chance.Below(4) switch
        {
            0 => JsonForms.Write(FieldValues.Some(kind, chance), kind).GetRawText(),
            1 => Any(2),
            2 => Number(),
            _ => Text(),
        };

    public string Any(int depth) =>
        chance.Below(depth > 0 ? 7 : 5) switch
        {
            0 => "null",
            1 => chance.Percent(50) ? "true" : "false",
            2 => Number(),
            3 or 4 => Text(),
            5 => "[" + string.Join(',', chance.Several(3, () => Any(depth - 1))) + "]",
            _ => "{" + string.Join(',', Members(depth)) + "}",
        };

    private IEnumerable<string> Members(int depth) =>
        chance
            .Several(3, () => chance.Of("a", "b", "$eq", "id", "ä", "", "a.b"))
            .Distinct()
            .Select(name => $"\"{name}\":{Any(depth - 1)}");

    private string Number() =>
        chance.Below(10) switch
        {
            0 => chance.Any64().ToString(CultureInfo.InvariantCulture),
            1 => new string('9', chance.Of(20, 400, 2000)),
            2 => "0." + new string('3', chance.Of(7, 30, 1000)),
            _ => chance.Of(Numbers),
        };

    private string Text() =>
        JsonSerializer.Serialize(
            chance.Below(10) switch
            {
                0 => new string('ä', chance.Of(255, 256, 5000)),
                1 => JsonElement.Parse(Number()).GetRawText(),
                _ => chance.Of(Texts),
            },
            Plain
        );
}
