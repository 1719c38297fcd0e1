namespace Pergola.UnitTests.Sql;

/// <summary>Filters whose SQL is kept, by the name of their snapshot: a collection and a filter.</summary>
internal static class FilterCases
{
    public static IReadOnlyDictionary<string, (string Collection, string Filter)> All { get; } =
        new Dictionary<string, (string Collection, string Filter)>(StringComparer.Ordinal)
        {
            ["equality"] = (
                "authors",
                """{"name":"Ann","age":null,"score.$ne":5,"active":true,"nick":{"$not":"x"},"bio.$is":null}"""
            ),
            ["lists"] = (
                "authors",
                """{"age":[1,2],"name.$in":["a","b"],"score.$notIn":[7],"rating.$in":["1.5",2],"weight.$in":[],"token.$in":["6f9619ff-8b86-d011-b42d-00c04fc964ff"]}"""
            ),
            ["order"] = (
                "authors",
                """{"age":{"$gt":1,"$lte":1.5},"rating.$gte":"2.50","weight.$lt":3,"born.$between":["2024-01-01","2024-12-31"]}"""
            ),
            ["text"] = (
                "authors",
                """{"name":{"$includes":"50%_"},"bio.$startsWith":["a","b"],"nick.$notEndWith":"z","age.$includes":"4","email.$like":"%@x","name.$iLike":"A%"}"""
            ),
            ["patterns"] = ("authors", """{"name.$regexp":"^A","bio.$notIRegexp":"b$"}"""),
            ["booleans"] = ("authors", """{"active.$isTruly":true,"$or":[{"active.$isFalsy":true}]}"""),
            ["arrays"] = (
                "authors",
                """{"tags":{"$match":["a","b"],"$anyOf":["c"]},"levels.$noneOf":["x"],"$or":[{"tags.$arrayEmpty":true},{"levels.$notEmpty":true}]}"""
            ),
            ["dates"] = (
                "authors",
                """{"joined.$dateOn":"2024-05-06","born.$dateBefore":"2024-05","seen.$dateBetween":["2024-05-01","2024-05-06"],"joined.$dateNotOn":"2024-05-06T07:08:09.123Z"}"""
            ),
            ["existence"] = (
                "authors",
                """{"name.$empty":true,"bio.$notEmpty":true,"age.$exists":true,"secret.$notEmpty":true}"""
            ),
            ["current-user"] = ("authors", """{"id.$isCurrentUser":true}"""),
            ["column"] = ("authors", """{"name.$col":"nick","age.$col":"score","rating.$col":"rating"}"""),
            ["json-path"] = (
                "authors",
                """{"profile.a.b":"x","extra.n.$gt":5,"extra.list.0":"y","extra.$contains":{"a":1}}"""
            ),
            ["groups"] = (
                "authors",
                """{"$or":[{"age":1},{"$and":[{"age":2},{"name":"b"}]},{"$not":{"age":3,"name":"c"}}]}"""
            ),
            ["group-long"] = (
                "authors",
                """{"$or":[{"id":1},{"id":2},{"id":3},{"id":4},{"id":5},{"id":6},{"id":7}]}"""
            ),
            ["relation-to-one"] = ("books", """{"author.name":"Ann","publisher.email":"a@b"}"""),
            ["relation-to-one-twice"] = ("books", """{"author.name":"Ann","$not":{"author":{"age":{"$gt":5}}}}"""),
            ["relation-to-one-plain-key"] = ("books", """{"namesake.age":5}"""),
            ["relation-has-one"] = ("authors", """{"address.city":"Lund"}"""),
            ["relation-to-many"] = ("authors", """{"books.title":"x","books.pages.$gt":5}"""),
            ["relation-belongs-to-many"] = ("books", """{"labels.name":["red","blue"]}"""),
            ["relation-deep"] = ("authors", """{"books.labels.name.$ne":"red"}"""),
            ["relation-mixed-or"] = (
                "books",
                """{"$or":[{"author.name":"Ann"},{"labels.name":"red"},{"title":"x"}]}"""
            ),
            ["relation-mixed-not"] = ("books", """{"$not":{"labels.name":"red"},"author.age.$gt":5}"""),
            ["relation-exists"] = ("books", """{"labels.$exists":true,"author.$notExists":true}"""),
            ["relation-composite-key"] = ("stock", """{"labels.name":"red"}"""),
            ["relation-from-document"] = ("books", """{"author.extra.a.b":1}"""),
        };
}
