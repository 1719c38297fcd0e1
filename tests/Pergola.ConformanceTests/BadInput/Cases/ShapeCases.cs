using System.Net.Http.Headers;
using System.Text;
using Pergola.Testing.Servers;
using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Parameters and bodies that are not what they should be, or more than anyone needs.</summary>
internal static class ShapeCases
{
    public static IEnumerable<BadRequest> Requests => [.. Filters, .. Sizes, .. Bodies, .. Escapes];

    private static IEnumerable<BadRequest> Filters =>
        [
            Filter("{bad", "filter"),
            Filter("{", "filter"),
            Filter("[", "filter"),
            Filter("{\"name\":\"x\"}}", "filter"),
            Filter("{\"name\":\"x\",}", "filter"),
            Filter("{'name':'x'}", "filter"),
            Filter("{\"name\":01}", "filter"),
            Filter("{\"name\":NaN}", "filter"),
            Filter("5", "filter"),
            Filter("\"x\"", "filter"),
            Filter("true", "filter"),
            Filter("x", "filter"),
            Filter("[1]", "filter"),
            Filter("[{\"name\":\"x\"}]", "filter"),
            Get("filter as a list", "bad_things:list?filter[]=x", "filter"),
            Get("filter twice", "bad_things:list?filter={}&filter={}", "filter"),
            List("fields[a]", "x", "fields"),
            List("sort[a][b]", "x", "sort"),
            List("fields", "[5]", "fields"),
            List("fields", "[\"id\"", "fields"),
            List("sort", "[{\"a\":1}]", "sort"),
            Post(
                "text for updateAssociationValues",
                "bad_things:update?filterByTk=1&updateAssociationValues=parts",
                "{}",
                "updateAssociationValues"
            ),
        ];

    private static IEnumerable<BadRequest> Sizes =>
        [
            Filter(Nested("""{"$and":[""", "{}", "]}", 1000), "filter"),
            Filter(Nested("""{"$not":""", """{"name":"x"}""", "}", 1000), "filter"),
            Filter(Nested("""{"parts":""", """{"id":1}""", "}", 1000), "filter"),
            Filter("""{"$or":[""" + string.Join(',', Enumerable.Repeat("""{"name":"x"}""", 2000)) + "]}", "filter"),
            Get(
                "relation path of 1000 steps",
                "bad_things:list?filter={%22" + string.Concat(Enumerable.Repeat("parts.thing.", 500)) + "id%22:1}"
            ),
            Get("array index of 99999999", "bad_things:list?filter[a][99999999]=1", "filter"),
            Get("array index of 20 digits", "bad_things:list?filter[a][99999999999999999999]=1", "filter"),
            Get(
                "brackets 100 deep",
                "bad_things:list?filter" + string.Concat(Enumerable.Repeat("[a]", 100)) + "=1",
                "filter"
            ),
            Get(
                "2000 parameters",
                "bad_things:list?" + string.Join('&', Enumerable.Range(0, 2000).Select(i => $"p{i}=1"))
            ),
            Get(
                "2000 elements",
                "bad_things:list?" + string.Join('&', Enumerable.Repeat("filter[name][$in][]=x", 2000)),
                "filter"
            ),
            List("filter", $$"""{"name.$includes":[{{string.Join(',', Enumerable.Repeat("\"x\"", 2000))}}]}""", "name"),
            List("filter", $$"""{"name.$regexp":"{{new string('a', 20_000)}}"}""", "name"),
            List("fields", string.Join(',', Enumerable.Range(0, 5000).Select(i => $"f{i}")), "f0"),
            List("appends", "parts" + string.Concat(Enumerable.Repeat(".thing.parts", 200)), "appends"),
            Body("body nested 10000 deep", """{"required":"r","doc":""" + Nested("[", "1", "]", 10_000) + "}"),
            Body("body nested 100 deep", """{"required":"r","doc":""" + Nested("{\"a\":", "1", "}", 100) + "}"),
        ];

    private static IEnumerable<BadRequest> Bodies =>
        [
            Body("malformed", "{bad"),
            Body("cut off", """{"required":"r","name":"""),
            Body("comment", """{"required":"r"/* */}"""),
            Body("trailing comma", """{"required":"r",}"""),
            Body("two values", """{"required":"r"}{"required":"r"}"""),
            Body("number", "5"),
            Body("text", "\"x\""),
            Body("true", "true"),
            Body("null", "null"),
            Body("list of numbers", "[5]"),
            Body("list of null", "[null]"),
            Body("list of lists", "[[]]"),
            Body("one bad element", """[{"required":"r"},5]"""),
            Body("half a surrogate pair as a value", """{"required":"\ud800"}"""),
            Body("half a surrogate pair as a name", """{"required":"r","\udc00":1}"""),
            Body("half a surrogate pair deep inside", """{"required":"r","doc":{"a":[{"b":"x\ud83dy"}]}}"""),
            new(
                "bytes that are not UTF-8",
                new ApiRequest("POST", "bad_things:create")
                {
                    Content = () => Raw([.. "{\"required\":\""u8, 0xff, 0xfe, .. "\"}"u8]),
                }
            ),
            new(
                "UTF-16",
                new ApiRequest("POST", "bad_things:create")
                {
                    Content = () => Raw(Encoding.Unicode.GetBytes("""{"required":"r"}""")),
                }
            ),
            Post("body of update a list of numbers", "bad_things:update?filterByTk=1", "[5]"),
            Post("body of update without keys", "bad_things:update?filterByTk=1", """[{"name":"x"}]""", "id"),
        ];

    // What is not an escape stays as it is, so it is refused where no such text can be meant.
    private static IEnumerable<BadRequest> Escapes =>
        [
            Get("broken escape in a filter", "bad_things:list?filter=%zz", "filter"),
            Get("broken escape at the end", "bad_things:list?filter=%7", "filter"),
            Get("broken escape in a key", "bad_things:get?filterByTk=%zz", "id"),
            Get("broken escape in a path", "bad_things/%zz", "id"),
            Get("broken UTF-8 in a key", "bad_things:get?filterByTk=%ff", "id"),
            Get("broken UTF-8 in a path", "bad_things/%c3%28", "id"),
            Get("broken UTF-8 in a sort key", "bad_things:list?sort=%ff", "sort"),
            Get("U+0000 in a key", "bad_things:get?filterByTk=%00", "filterByTk"),
            Get("U+0000 in a source key", "bad_things/%00/parts:list") with
            {
                Status = 400,
                IsBare = true,
            },
        ];

    private static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    private static BadRequest Body(string name, string body) => Post("body: " + name, "bad_things:create", body);

    private static ByteArrayContent Raw(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
