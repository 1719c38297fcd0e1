using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Values that do not fit the type of their field, on create and on update.</summary>
internal static class ValueCases
{
    private static readonly string Digits = new('9', 5000);

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["name"] = ["{\"a\":1}", "[1]", "\"a\\u0000b\"", $"\"{new string('x', 256)}\""],
        ["short"] = ["\"12345678901\"", "12345678901"],
        ["body"] = ["{}", "[]", "\"\\u0000\""],
        ["required"] = ["null"],
        ["email"] = ["\"one@x.io\"", "\"two@x.io\""],
        ["count"] = [.. NoNumbers, "1.5", "\"1.5\"", "2147483648", "-2147483649", "1e10", "1e400", "1e-1", Digits],
        ["big"] =
        [
            .. NoNumbers,
            "1.5",
            "9223372036854775808",
            "-9223372036854775809",
            "1e19",
            "1e400",
            "\"1e99999999999\"",
            "1e-400",
            Digits,
        ],
        ["ratio"] = [.. NoNumbers, "1e400", "-1e400", "\"1e400\"", "\"Infinity\"", "\"NaN\"", Digits],
        ["weight"] = [.. NoNumbers, "1e400", Digits],
        ["single"] = [.. NoNumbers, "1e39", Digits],
        ["price"] =
        [
            .. NoNumbers,
            "123456789",
            "\"99999999.999\"",
            "1e400",
            "\"1e1000000000\"",
            "\"NaN\"",
            "\"1_000\"",
            Digits,
        ],
        ["flag"] = ["\"maybe\"", "\"\"", "\"o\"", "2", "-1", "{}", "[]"],
        ["chosen"] = ["\"x\"", "[true]"],
        ["at"] = [.. NoDates, "\"1714953600000\"", "1e18", "1e400", "\"2024-05-06T25:00:00Z\"", "\"2024-05-06+99:00\""],
        ["wall"] = [.. NoDates, "1e18", "\"2024-05-06 07:61:00\""],
        ["day"] = [.. NoDates, "-1e18", "\"20241301\""],
        ["clock"] = ["\"99:99\"", "\"24:00:01\"", "\"\"", "\"abc\"", "\"7\"", "5", "true", "{}", "[]"],
        ["unix"] = ["\"abc\"", "\"\"", "\"1714953600\"", "1e18", "1.5", "true", "{}", "[]", "1e400"],
        ["doc"] = ["\"\\u0000\"", "{\"a\\u0000\":1}", "[[\"\\u0000\"]]", "1e999999999", Digits],
        ["docb"] = ["\"\\u0000\"", "{\"a\\u0000\":1}", "1e999999999", Digits],
        ["tags"] = ["\"x\"", "\"[1\"", "\"{}\"", "5", "true", "{}", "[\"\\u0000\"]", "[1e999999999]"],
        ["marks"] = ["\"x\"", "5", "{}", "[\"\\u0000\"]"],
        ["uuid"] = ["\"zz\"", "5", "true", "{}", "[]", "\"00000000-0000-0000-0000-00000000000g\""],
        ["nano"] = ["{}", "[]", $"\"{new string('x', 256)}\""],
        ["uid"] = ["\"a b\"", "\"-a\"", "\"ä\"", "\"a'b\"", "{}", "[]"],
        ["secret"] = ["{}", "[]"],
        ["position"] = ["\"abc\"", "1.5", "{}", "[]", "true", Digits],
        ["rated"] = ["6", "\"6\"", "\"x\""],
        ["id"] = ["\"abc\"", "1.5", "{}", "[]", "true", "1e30", Digits],
    };

    private static readonly (string Field, string Value)[] Links =
    [
        ("thing", "[1]"),
        ("thing", "[]"),
        ("thing", "\"abc\""),
        ("thing", "true"),
        ("thing", "{\"id\":\"abc\"}"),
        ("thing", "{\"id\":{\"a\":1}}"),
        ("thingId", "\"abc\""),
        ("thingId", "{}"),
    ];

    private static readonly (string Field, string Value)[] Lists =
    [
        ("parts", "[\"abc\"]"),
        ("parts", "\"abc\""),
        ("parts", "[[11]]"),
        ("parts", "[true]"),
        ("parts", "[{\"id\":\"abc\"}]"),
        ("labels", "[\"abc\"]"),
        ("labels", "[[21]]"),
        ("labels", "[{\"id\":[21]}]"),
        ("cover", "[15]"),
        ("cover", "\"abc\""),
    ];

    public static IEnumerable<BadRequest> Requests =>
        [
            .. Values.SelectMany(type => type.Value.SelectMany((value, index) => Both(type.Key, value, index))),
            .. Links.Select(v =>
                Post(
                    $"create part {v.Field} {v.Value}",
                    "bad_parts:create",
                    $$"""{"{{v.Field}}":{{v.Value}}}""",
                    v.Field is "thingId" ? "thingId" : null
                )
            ),
            .. Links.Select(v =>
                Post(
                    $"update part {v.Field} {v.Value}",
                    "bad_parts:update?filterByTk=11",
                    $$"""{"{{v.Field}}":{{v.Value}}}"""
                )
            ),
            .. Lists.Select(v =>
                Post(
                    $"create {v.Field} {v.Value}",
                    "bad_things:create",
                    $$"""{"required":"r","{{v.Field}}":{{v.Value}}}"""
                )
            ),
            .. Lists.Select(v =>
                Post(
                    $"update {v.Field} {v.Value}",
                    "bad_things:update?filterByTk=1",
                    $$"""{"{{v.Field}}":{{v.Value}}}"""
                )
            ),
            .. Others,
        ];

    private static string[] NoNumbers => ["\"abc\"", "\"\"", "\" \"", "\"1x\"", "\"0x10\"", "true", "{}", "[]", "[1]"];

    private static string[] NoDates =>
        [
            "\"\"",
            "\"nope\"",
            "\"2024\"",
            "\"2024-13-01\"",
            "\"2024-02-30\"",
            "\"0000-01-01\"",
            "true",
            "false",
            "{}",
            "[]",
        ];

    private static IEnumerable<BadRequest> Others =>
        [
            Post("required field missing", "bad_things:create", "{}", "required"),
            Post("counted key at its end", "bad_counted:create", """{"id":"9223372036854775807"}""", "id"),
            Post("key taken", "bad_things:create", """{"id":1,"required":"r"}""", "id"),
            Post(
                "key taken within one body",
                "bad_things:create",
                """[{"id":5,"required":"r"},{"id":5,"required":"r"}]""",
                "id"
            ),
            Post(
                "unique text twice within one body",
                "bad_things:create",
                """[{"email":"n","required":"r"},{"email":"n","required":"r"}]""",
                "email"
            ),
            Post(
                "unique text for several records",
                "bad_things:update?forceUpdate=true",
                """{"email":"same"}""",
                "email"
            ),
            Post(
                "bad value in a nested record",
                "bad_parts:create",
                """{"thing":{"required":"r","count":"abc"}}""",
                "count"
            ),
            Post(
                "bad value in a nested list",
                "bad_things:create",
                """{"required":"r","parts":[{"id":98},{"id":99,"title":{}}]}""",
                "title"
            ),
            Post("nested record lacks a required field", "bad_parts:create", """{"thing":{"name":"x"}}""", "required"),
            Post(
                "last of many is bad",
                "bad_things:create",
                $$"""[{{string.Concat(Enumerable.Repeat("{\"required\":\"r\"},", 50))}}{"required":null}]""",
                "required"
            ),
            Post(
                "bad value in a form",
                "bad_things:create",
                """{"required":"r","count":"1;DROP TABLE bad_things"}""",
                "count"
            ),
        ];

    private static IEnumerable<BadRequest> Both(string field, string value, int index)
    {
        var required = field is "required" ? "" : "\"required\":\"r\",";
        yield return Post(
            $"create {field} #{index} {Short(value)}",
            "bad_things:create",
            $$"""{{{required}}"{{field}}":{{value}}}""",
            field
        );
        // A record may be given its own unique text again, and a key among the values of an update is not looked at.
        if (field is "id" || value is "\"one@x.io\"")
        {
            yield break;
        }

        yield return Post(
            $"update {field} #{index} {Short(value)}",
            "bad_things:update?filterByTk=1",
            $$"""{"{{field}}":{{value}}}""",
            field
        );
    }
}
