using Pergola.Testing.Servers;
using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Names that nothing has, also with SQL in them.</summary>
internal static class NameCases
{
    private const string Sql = "name\"; DROP TABLE bad_things; --";

    public static IEnumerable<BadRequest> Requests => [.. Routes, .. Parameters, .. Filters, .. Headers, .. Injections];

    private static IEnumerable<BadRequest> Routes =>
        [
            NotFound("unknown collection", "GET", "nothing:list"),
            NotFound("unknown collection by path", "GET", "nothing/1"),
            NotFound("unknown action", "POST", "bad_things:frobnicate"),
            NotFound("unknown action on an association", "POST", "bad_things/1/parts:frobnicate"),
            NotFound("method without an action", "PUT", "bad_things"),
            NotFound("root path", "GET", ""),
            NotFound("five segments", "GET", "bad_things/1/parts/11/more"),
            NotFound("SQL as a collection", "GET", "bad_things;DROP%20TABLE%20bad_things:list"),
            NotFound("quotes as a collection", "GET", "%22%27%60:list"),
            // The web server refuses such a path before anything sees it.
            Get("U+0000 as a collection", "bad_things%00:list") with
            {
                Status = 400,
                IsBare = true,
            },
            NotFound("broken escape as a collection", "GET", "bad_things%zz:list"),
            NotFound("broken UTF-8 as a collection", "GET", "%ff%fe:list"),
            Get("unknown association", "bad_things/1/nothing:list", "nothing") with
            {
                Status = 404,
            },
            Get("field as an association", "bad_things/1/name:list"),
            Get("SQL as an association", "bad_things/1/parts%22;--:list") with
            {
                Status = 404,
            },
        ];

    private static IEnumerable<BadRequest> Parameters =>
        [
            List("fields", "nosuch", "nosuch"),
            List("fields", "id,nosuch", "nosuch"),
            List("fields", "parts.nosuch", "nosuch"),
            List("fields", "nosuch.id", "nosuch"),
            List("fields", ",", "fields"),
            List("sort", "nosuch", "nosuch"),
            List("sort", "-nosuch", "nosuch"),
            List("sort", "id,nosuch", "nosuch"),
            List("sort", "--id", "-id"),
            List("sort", "cover.nosuch", "cover"),
            List("sort", "parts.title", "parts"),
            List("sort", "parts", "parts"),
            List("sort", "doc", "doc"),
            List("sort", "tags", "tags"),
            List("sort", "name.x", "name"),
            List("sort", string.Join(',', Enumerable.Repeat("name", 100)), "sort"),
            List("appends", "parts(sort=nosuch)", "nosuch"),
            List("tree", "true", "bad_things"),
            List("count", "perhaps", "count"),
        ];

    private static IEnumerable<BadRequest> Filters =>
        [
            Filter("""{"nosuch":1}""", "nosuch"),
            Filter("""{"nosuch.name":1}""", "nosuch"),
            Filter("""{"nosuch":{"name":1}}""", "nosuch"),
            Filter("""{"name.nosuch":1}""", "nosuch"),
            Filter("""{"parts.nosuch":1}""", "nosuch"),
            Filter("""{"parts":{"nosuch":{"$eq":1}}}""", "nosuch"),
            Filter("""{"parts.thing.nosuch":1}""", "nosuch"),
            Filter("""{"parts":11}""", "parts"),
            Filter("""{"bad_thing_labels.id":1}""", "bad_thing_labels"),
            Filter("""{"":1}"""),
            Filter("""{".":1}"""),
            Filter("""{"name.":1}"""),
            Filter("""{".name":1}"""),
            Filter("""{"parts..title":1}"""),
            Filter("""{"0":1}""", "0"),
            Filter("""{"$and":[{"$or":[{"nosuch":1}]}]}""", "nosuch"),
            Filter("""{"name":{"$col":"nosuch"}}""", "nosuch"),
            Filter("""{"name":{"$col":"count"}}""", "name"),
        ];

    private static IEnumerable<BadRequest> Headers =>
        [
            WithHeader("unknown data source", "X-Data-Source", "nope", "nope"),
            WithHeader("SQL as a data source", "X-Data-Source", "main'; --", "main'"),
            WithHeader("words as a time zone", "X-Timezone", "next door", "X-Timezone"),
            WithHeader("a zone that does not exist", "X-Timezone", "Mars/Phobos", "X-Timezone"),
            WithHeader("a path as a time zone", "X-Timezone", "../../etc/passwd", "X-Timezone"),
            WithHeader("offset out of range", "X-Timezone", "+99:00", "X-Timezone"),
            WithHeader("offset without digits", "X-Timezone", "+", "X-Timezone"),
            WithHeader("offset with SQL", "X-Timezone", "+08:00'; SELECT 1", "X-Timezone"),
        ];

    private static IEnumerable<BadRequest> Injections =>
        [
            List("fields", Sql, "DROP"),
            List("sort", Sql, "DROP"),
            List("sort", "(SELECT 1)", "SELECT"),
            List("sort", "id DESC", "id DESC"),
            Filter("""{"name\"; DROP TABLE bad_things; --":1}""", "DROP"),
            Filter("""{"parts\" OR 1=1 --.title":1}""", "OR 1=1"),
            Filter("""{"name.$eq' OR 1=1":1}""", "OR 1=1"),
            Filter("""{"name":{"$col":"count\" OR 1=1 --"}}""", "OR 1=1"),
            Filter("""{"name\u0000":1}"""),
            Filter("""{"\ud800":1}""", "filter"),
            Filter("""{"doc.\ud800":1}""", "filter"),
            Filter("""{"doc.a\u0000":"x"}""", "doc"),
            Filter("""{"doc.a":"x\u0000"}""", "doc"),
            Post("SQL in filterKeys", "bad_things:firstOrCreate?filterKeys[]=name%22;--", """{"name":"x"}""", "--"),
            Post("SQL in a sort field", "bad_things:move?sourceId=1&targetId=2&sortField=x%22;--", "{}", "x\""),
        ];

    private static BadRequest NotFound(string name, string method, string target) =>
        new(name, new ApiRequest(method, target)) { Status = 404, IsPlain = true };

    private static BadRequest WithHeader(string name, string header, string value, string named) =>
        new(
            name,
            new ApiRequest("GET", "bad_things:list") { Headers = new Dictionary<string, string> { [header] = value } },
            named
        );
}
