using System.Text.Json;
using Pergola.Testing.Oracle;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Values of every kind: few enough to meet again in filters, with the awkward ones among them.</summary>
internal static class FieldValues
{
    private static readonly string[] Pieces =
    [
        "a",
        "A",
        "b",
        "B",
        "ab",
        "%",
        "_",
        "\\",
        "'",
        "\"",
        "ä",
        "Ä",
        "ß",
        "é",
        "e\u0301",
        "я",
        "Я",
        "日本",
        "😀",
        "🙂",
        "\uE000",
        "\uFFFD",
        " ",
        "\n",
        "\t",
        "10",
        "9",
        "true",
        "null",
        "{{",
        "]",
        "$",
        "[x]",
        ";--",
        "z",
    ];

    private static readonly string[] Tags = ["a", "b", "c", "B", "ä", "10", "9", "", "a b", "😀", "\uE000"];

    private static readonly DateTime Base = new(2024, 5, 6, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Guid[] Ids =
    [
        .. Enumerable.Range(1, 6).Select(i => new Guid(i * 0x1f2e3d4c, 0, 0x4000, 0x80, 1, 2, 3, 4, 5, 6, (byte)i)),
    ];

    public static object? Any(FieldKind kind, Chance chance) => chance.Percent(20) ? null : Some(kind, chance);

    /// <summary>A value that is not null.</summary>
    public static object Some(FieldKind kind, Chance chance) =>
        kind switch
        {
            FieldKind.String or FieldKind.Text => Text(chance),
            FieldKind.Integer => chance.Of<long>(int.MinValue, int.MaxValue, 9, 10, 100, chance.Between(-3, 3)),
            FieldKind.BigInt => chance.Of<long>(
                long.MinValue,
                long.MaxValue,
                9_007_199_254_740_991,
                9_007_199_254_740_993,
                9,
                10,
                chance.Between(-3, 3)
            ),
            FieldKind.Double => chance.Of<double>(
                0.1,
                -0.5,
                1e300,
                -1e300,
                1e-300,
                123456789.125,
                chance.Between(-3, 3)
            ),
            FieldKind.Decimal => Exact(chance),
            FieldKind.Boolean => chance.Percent(50),
            FieldKind.Instant => chance.Percent(10)
                ? chance.Of(DateTime.UnixEpoch, DateTime.UnixEpoch.AddMilliseconds(-1), Last, First)
                : Base.AddHours(chance.Between(-40, 40)).AddMilliseconds(chance.Of(0, 0, 0, 1, 999, 59_999)),
            FieldKind.Wall => chance.Percent(10)
                ? chance.Of(
                    Unspecified(DateTime.UnixEpoch),
                    new DateTime(9999, 12, 31, 23, 59, 59),
                    new DateTime(1, 1, 2)
                )
                : Unspecified(Base.AddHours(chance.Between(-40, 40)).AddSeconds(chance.Of(0, 0, 1, 59))),
            FieldKind.Day => chance.Percent(10)
                ? chance.Of(new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31), new DateOnly(2024, 2, 29))
                : DateOnly.FromDateTime(Base).AddDays(chance.Between(-5, 5)),
            FieldKind.Time => chance.Of(
                TimeOnly.MinValue,
                new TimeOnly(23, 59, 59),
                new TimeOnly(chance.Between(8, 10), chance.Of(0, 5, 30))
            ),
            FieldKind.Unix => chance.Percent(10)
                ? chance.Of(0L, -1L, -62_135_596_800L, 253_402_300_799L)
                : (long)(Base.AddHours(chance.Between(-40, 40)) - DateTime.UnixEpoch).TotalSeconds
                    + chance.Of(0, 0, 1, 59),
            FieldKind.Strings => Sorted(chance.Several(4, () => chance.Of(Tags))),
            FieldKind.Document => Document(chance),
            FieldKind.Uuid => chance.Of(Ids),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Tag(Chance chance) => chance.Of(Tags);

    private static DateTime First => new(1, 1, 1, 0, 0, 0, 1, DateTimeKind.Utc);

    private static DateTime Last => new(9999, 12, 31, 23, 59, 59, 999, DateTimeKind.Utc);

    private static string Text(Chance chance) => string.Concat(chance.Several(3, () => chance.Of(Pieces)));

    /// <summary>With six digits after the point, as the column has it.</summary>
    private static decimal Exact(Chance chance) =>
        chance.Of(12_345_678_901_234.567891m, -0.000001m, 9m, 10m, 0.1m, chance.Between(-300, 300) / 100m) + 0.000000m;

    /// <summary>As JavaScript sorts texts: by UTF-16 units.</summary>
    private static string[] Sorted(IEnumerable<string> tags) => [.. tags.Order(StringComparer.Ordinal)];

    private static DateTime Unspecified(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified);

    private static JsonElement Document(Chance chance)
    {
        if (chance.Percent(10))
        {
            return chance.Of(
                JsonElement.Parse("5"),
                JsonElement.Parse("\"n\""),
                JsonElement.Parse("[]"),
                JsonElement.Parse("true")
            );
        }

        var members = new Dictionary<string, object?>
        {
            ["n"] = chance.Of<object?>(null, 1, 2, 2.5, -3),
            ["s"] = chance.Of<object?>(null, "a", "B", "ä%", "x_y", ""),
            ["flag"] = chance.Of<object?>(null, true, false),
            ["list"] = chance.Several(3, () => chance.Between(1, 3)),
            ["deep"] = new { n = chance.Between(1, 2) },
        };
        foreach (var name in members.Keys.Where(_ => chance.Percent(30)).ToList())
        {
            members.Remove(name);
        }

        return JsonSerializer.SerializeToElement(members);
    }
}
