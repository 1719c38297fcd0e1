using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Operators that do not exist, do not fit the field, or have an operand that is not theirs.</summary>
internal static class OperatorCases
{
    public static IEnumerable<BadRequest> Requests => [.. Unknown, .. Misplaced, .. Operands, .. Dates];

    private static IEnumerable<BadRequest> Unknown =>
        [
            Filter("""{"name.$foo":"x"}""", "$foo"),
            Filter("""{"name":{"$foo":"x"}}""", "$foo"),
            Filter("""{"name":{"$foo":{"$bar":1}}}""", "$foo"),
            Filter("""{"parts.title.$foo":"x"}""", "$foo"),
            Filter("""{"name.$eq.$eq":"x"}""", "$eq"),
            Filter("""{"name.$":"x"}""", "$"),
            Filter("""{"name.$EQ":"x"}""", "$EQ"),
            Filter("""{"$foo":1}""", "$foo"),
            Filter("""{"$eq":1}"""),
        ];

    private static IEnumerable<BadRequest> Misplaced =>
        [
            Filter("""{"$and":5}""", "$and"),
            Filter("""{"$or":"x"}""", "$or"),
            Filter("""{"$and":[5]}""", "filter"),
            Filter("""{"$or":["x"]}""", "filter"),
            Filter("""{"$and":[null]}""", "filter"),
            Filter("""{"$not":5}"""),
            Filter("""{"count.$match":[1]}""", "count"),
            Filter("""{"name.$anyOf":["x"]}""", "name"),
            Filter("""{"name.$arrayEmpty":true}""", "name"),
            Filter("""{"name.$isTruly":true}""", "name"),
            Filter("""{"at.$isFalsy":true}""", "at"),
            Filter("""{"name.$dateOn":"2024-05-06"}""", "name"),
            Filter("""{"count.$dateBefore":"2024-05-06"}""", "count"),
            Filter("""{"doc.a.$dateOn":"2024-05-06"}""", "doc"),
            Filter("""{"count.$regexp":"1"}""", "count"),
            Filter("""{"doc.$gt":1}""", "doc"),
            Filter("""{"doc.$eq":{"a":1}}"""),
            Filter("""{"tags.$lt":"a"}""", "tags"),
            Filter("""{"name.$is":true}""", "name"),
            Filter("""{"parts.$eq":1}""", "parts"),
        ];

    private static IEnumerable<BadRequest> Operands =>
        [
            Filter("""{"count":"abc"}""", "count"),
            Filter("""{"count":""}""", "count"),
            Filter("""{"count":true}""", "count"),
            Filter("""{"count.$in":[1,"abc"]}""", "count"),
            Filter("""{"count.$in":[[1]]}""", "count"),
            Filter("""{"count.$gt":[1]}""", "count"),
            Filter("""{"count.$gt":{"a":1}}"""),
            Filter("""{"big":"1e"}""", "big"),
            Filter("""{"big.$lt":"NaN"}""", "big"),
            Filter("""{"ratio":"Infinity"}""", "ratio"),
            Filter("""{"ratio":1e400}""", "ratio"),
            Filter("""{"price":"1,5"}""", "price"),
            Filter("""{"price.$gt":"1e999999999"}""", "price"),
            Filter("""{"flag":"maybe"}""", "flag"),
            Filter("""{"flag":7}""", "flag"),
            Filter("""{"at":"nope"}""", "at"),
            Filter("""{"at.$gt":"2024-13-01"}""", "at"),
            Filter("""{"day":"2024-02-30"}""", "day"),
            Filter("""{"wall":true}""", "wall"),
            Filter("""{"clock":"25:00:00"}""", "clock"),
            Filter("""{"unix":"soon"}""", "unix"),
            Filter("""{"uuid":"zz"}""", "uuid"),
            Filter("""{"id":"abc"}""", "id"),
            Filter("""{"parts.id":"abc"}""", "id"),
            Filter("""{"name":"\ud800"}"""),
            Filter("""{"name":"a\u0000"}""", "name"),
            Filter("""{"name.$includes":"a\u0000"}""", "name"),
            Filter("""{"name.$in":["a","\u0000"]}""", "name"),
            Filter("""{"tags.$anyOf":["\u0000"]}""", "tags"),
            Filter("""{"name.$notIn":null}""", "name"),
            Filter("""{"name.$is":"x"}""", "name"),
            Filter("""{"count.$between":[1]}""", "count"),
            Filter("""{"count.$between":[1,2,3]}""", "count"),
            Filter("""{"count.$between":5}""", "count"),
            Filter("""{"count.$notBetween":["a","b"]}""", "count"),
            Filter("""{"name.$includes":true}""", "name"),
            Filter("""{"name.$includes":{"a":1}}"""),
            Filter("""{"name.$includes":[["a"]]}""", "name"),
            Filter("""{"name.$startsWith":null}""", "name"),
            Filter("""{"name.$like":null}""", "name"),
            Filter("""{"name.$like":"a\\"}""", "name"),
            Filter("""{"name.$regexp":"("}""", "name"),
            Filter("""{"name.$regexp":"[z-a]"}""", "name"),
            Filter("""{"name.$regexp":"a{9999999999}"}""", "name"),
            Filter("""{"name.$regexp":"*"}""", "name"),
            Filter("""{"tags.$match":null}""", "tags"),
            Filter("""{"tags.$anyOf":{"a":1}}"""),
        ];

    private static IEnumerable<BadRequest> Dates =>
        new[]
        {
            "\"garbage\"",
            "\"\"",
            "null",
            "5",
            "true",
            "[]",
            """["2024-05-06"]""",
            """["2024-05-06",5]""",
            """["2024-05-06","2024-05-07","<>"]""",
            """["2024-05-06","2024-05-07","[]","+99:00"]""",
            """["2024-05-06","2024-05-07","[]","+00:00","x"]""",
            """{"type":"someday"}""",
            """{"type":5}""",
            """{}""",
            """{"type":"past","number":0}""",
            """{"type":"past","number":-1}""",
            """{"type":"past","number":"x"}""",
            """{"type":"past","number":1e99}""",
            """{"type":"next","number":1,"unit":"eon"}""",
            "\"2024-13\"",
            "\"2024-02-30\"",
            "\"2024Q5\"",
            "\"2024W60\"",
            "\"2024w99\"",
            "\"2024-05-06T25:00\"",
            "\"2024-05-06 10:61\"",
            "\"2024-05-06+99:00\"",
            "\"0000-01-01\"",
            "\"99999-01-01\"",
            "\"[2024-05-06\"",
            "\"[2024-05-06,]\"",
            "\"[2024-05-06,2024-05-07,2024-05-08]\"",
        }.Select(operand => Filter($$"""{"at.$dateOn":{{operand}}}""", operand is "{}" ? null : "at"));
}
