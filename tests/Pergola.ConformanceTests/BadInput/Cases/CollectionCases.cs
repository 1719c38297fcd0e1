using Pergola.Testing.Servers;
using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Collections that cannot be made, changed or removed; definitions written past the definition actions.</summary>
internal static class CollectionCases
{
    private static readonly string[] TakenNames =
    [
        "bad_things",
        "users",
        "roles",
        "collections",
        "fields",
        "bad_thing_labels",
        // A table that is there without being a collection: the paths of a tree.
        "main_bad_tree_path",
    ];

    private static readonly string[] BadNames =
    [
        "\"\"",
        "\"a b\"",
        "\"a.b\"",
        "\"a;DROP TABLE users\"",
        "\"a\\\"b\"",
        "\"a'b\"",
        "\"-a\"",
        "\"ä\"",
        "\"表\"",
        "\"a\\u0000b\"",
        "\"\\ud800\"",
        "\"a\\n\"",
        $"\"{new string('a', 64)}\"",
        "5",
        "true",
        "{}",
        "[\"x\"]",
    ];

    // Each property in the body of a new collection.
    private static readonly (string Property, string Value, string Named)[] Options =
    [
        ("fields", "\"x\"", "fields"),
        ("fields", "5", "fields"),
        ("fields", "{}", "fields"),
        ("fields", "[5]", "fields"),
        ("fields", "[null]", "fields"),
        ("fields", "[{}]", "type"),
        ("fields", """[{"name":"x"}]""", "type"),
        ("fields", """[{"name":"x","type":"nope"}]""", "nope"),
        ("fields", """[{"name":"x","type":5}]""", "type"),
        ("fields", """[{"name":"x","type":{}}]""", "type"),
        ("fields", """[{"name":"x","type":"string"},{"name":"x","type":"text"}]""", "x"),
        ("fields", """[{"name":"a\"b","type":"string"}]""", "name"),
        ("fields", """[{"name":"r","type":"belongsTo","target":"nosuch","foreignKey":"rId"}]""", "nosuch"),
        ("tree", "\"nested-set\"", "tree"),
        ("tree", "5", "tree"),
        ("title", "{}", "title"),
        ("title", "[]", "title"),
        ("title", "\"\\u0000\"", "title"),
        ("description", "{}", "description"),
        ("hidden", "\"maybe\"", "hidden"),
        ("filterTargetKey", "\"nosuch\"", "nosuch"),
        ("filterTargetKey", "5", "filterTargetKey"),
        ("inherits", "[\"bad_things\"]", "inherits"),
        ("sql", "\"SELECT 1\"", "sql"),
        ("sortable", "{\"name\":\"a\\\"b\"}", "sortable"),
        ("tableName", "\"users\"", "users"),
    ];

    private static readonly (string Target, string Body)[] DirectWrites =
    [
        ("fields:create", """{"name":"x","type":"string","collectionName":"bad_things"}"""),
        ("fields:update?filter={%22name%22:%22name%22}", """{"type":"text"}"""),
        ("fields:destroy?filter={%22collectionName%22:%22bad_things%22}", "{}"),
        ("fields:firstOrCreate?filterKeys[]=name", """{"name":"fresh","type":"string"}"""),
        ("fields:updateOrCreate?filterKeys[]=name", """{"name":"name","type":"text"}"""),
        ("collections:firstOrCreate?filterKeys[]=name", """{"name":"bad_new"}"""),
        ("collections:updateOrCreate?filterKeys[]=name", """{"name":"bad_things","title":"x"}"""),
        ("collections:add", "[1]"),
        ("collections:set", "[1]"),
        ("collections/bad_things/fields:set", "[]"),
        ("collections/bad_things/fields:remove", """["name"]"""),
        ("collections/bad_things/fields:add", """["name"]"""),
        ("collections/bad_things/fields:toggle", """["name"]"""),
        ("collections/bad_things/fields:firstOrCreate?filterKeys[]=name", """{"name":"fresh","type":"string"}"""),
        ("collections/bad_things/fields:updateOrCreate?filterKeys[]=name", """{"name":"name","type":"text"}"""),
        ("pergola_revisions:create", "{}"),
        ("pergola_revisions:update?forceUpdate=true", """{"revision":0}"""),
    ];

    public static IEnumerable<BadRequest> Requests =>
        [
            .. TakenNames.Select(name => Create($"named {name}", $$"""{"name":"{{name}}"}""", name)),
            .. BadNames.Select(name => Create($"named {Short(name)}", $$"""{"name":{{name}}}""")),
            .. Options.Select(
                (o, i) =>
                    Create(
                        $"{o.Property} {o.Value}",
                        $$"""{"name":"bad_new{{i}}","{{o.Property}}":{{o.Value}}}""",
                        o.Named
                    )
            ),
            .. DirectWrites.Select(w => Post($"plain {w.Target}", w.Target, w.Body)),
            .. Changes,
        ];

    private static IEnumerable<BadRequest> Changes =>
        [
            Create("as a list", """[{"name":"bad_new"}]"""),
            Post("update without a collection", "collections:update", """{"title":"x"}"""),
            Post("update with a bad title", "collections:update?filterByTk=bad_things", """{"title":{}}""", "title"),
            Post("update with a bad tree", "collections:update?filterByTk=bad_things", """{"tree":"x"}""", "tree"),
            Post("update with a list", "collections:update?filterByTk=bad_things", "[5]"),
            Post(
                "update to a key that is not there",
                "collections:update?filterByTk=bad_things",
                """{"filterTargetKey":"nosuch"}""",
                "nosuch"
            ),
            Post("destroy of users", "collections:destroy?filterByTk=users", "{}") with
            {
                Status = 403,
            },
            Post("destroy without a collection", "collections:destroy", "{}", "filterByTk"),
            Post("destroy of a list", "collections:destroy?filterByTk=[[1]]", "{}", "filterByTk"),
            Post(
                "move of an unknown collection",
                "collections:move?sourceId=nosuch&targetId=bad_things",
                "{}",
                "nosuch"
            ),
            Post(
                "move to an unknown collection",
                "collections:move?sourceId=bad_things&targetId=nosuch",
                "{}",
                "nosuch"
            ),
            Post("move of nothing", "collections:move", "{}", "sourceId"),
            Post(
                "setFields of an unknown collection",
                "collections:setFields?filterByTk=nosuch",
                """{"fields":[]}""",
                "nosuch"
            ),
            Post("setFields without fields", "collections:setFields?filterByTk=bad_things", "{}", "fields"),
            Post("setFields of words", "collections:setFields?filterByTk=bad_things", """{"fields":"x"}""", "fields"),
            Post("setFields of numbers", "collections:setFields?filterByTk=bad_things", """{"fields":[5]}""", "fields"),
            Post(
                "setFields with a bad type",
                "collections:setFields?filterByTk=bad_labels",
                """{"fields":[{"name":"id","type":"snowflakeId","primaryKey":true},{"name":"color","type":"nope"}]}""",
                "nope"
            ),
            Get("list of an unknown field", "collections:list?filter={%22nosuch%22:1}", "nosuch"),
        ];

    private static BadRequest Create(string name, string body, string? named = null) =>
        new("collection " + name, new ApiRequest("POST", "collections:create") { Body = body }, named);
}
