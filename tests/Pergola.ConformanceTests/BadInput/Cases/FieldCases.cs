using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Fields that cannot be made, changed or removed.</summary>
internal static class FieldCases
{
    private const string Things = "collections/bad_things/fields";

    private static readonly (string Body, string? Named)[] New =
    [
        ("""{"name":"name","type":"string"}""", "name"),
        ("""{"name":"parts","type":"string"}""", "parts"),
        ("""{"name":"x1"}""", "type"),
        ("""{"name":"x2","type":"nope"}""", "nope"),
        ("""{"name":"x3","type":""}""", "type"),
        ("""{"name":"x4","type":5}""", "type"),
        ("""{"name":"x5","type":null}""", "type"),
        ("""{"name":"x6","type":"string'; DROP TABLE users"}""", "DROP"),
        ("""{"name":"","type":"string"}""", "name"),
        ("""{"name":"a b","type":"string"}""", "name"),
        ("""{"name":"a\"b","type":"string"}""", "name"),
        ("""{"name":"a\u0000b","type":"string"}""", "name"),
        ("""{"name":"$and","type":"string"}""", "name"),
        ("""{"name":5,"type":"string"}""", "name"),
        ($$"""{"name":"{{new string('x', 64)}}","type":"string"}""", "xxx"),
        ("""{"name":"needed","type":"integer","allowNull":false}""", "needed"),
        ("""{"name":"same","type":"string","unique":true,"defaultValue":"x"}""", "same"),
        ("""{"name":"x7","type":"integer","defaultValue":"abc"}""", "x7"),
        ("""{"name":"x8","type":"date","defaultValue":"nope"}""", "x8"),
        ("""{"name":"x9","type":"boolean","defaultValue":"maybe"}""", "x9"),
        ("""{"name":"x10","type":"string","length":2,"defaultValue":"abc"}""", "x10"),
        ("""{"name":"x11","type":"string","length":0}""", "x11"),
        ("""{"name":"x12","type":"string","length":-1}""", "x12"),
        ("""{"name":"x13","type":"string","length":1e99}""", "x13"),
        ("""{"name":"x14","type":"string","length":"10); DROP TABLE users; --"}""", "x14"),
        ("""{"name":"x15","type":"decimal","precision":5000}""", "x15"),
        ("""{"name":"x16","type":"decimal","precision":2,"scale":5}""", "x16"),
        ("""{"name":"x17","type":"decimal","precision":"x"}""", "x17"),
        ("""{"name":"x18","type":"array","dataType":"array","elementType":"nope"}""", "x18"),
        ("""{"name":"id2","type":"bigInt","primaryKey":true}""", "id2"),
        ("""{"name":"x19","type":"integer","field":"name"}""", "x19"),
        ("""{"name":"x21","type":"string","field":5}""", "x21"),
        ("""{"name":"x22","type":"uid","pattern":"("}""", "x22"),
        ("""{"name":"x23","type":"nanoid","size":-1}""", "x23"),
        ("""{"name":"x24","type":"nanoid","size":100000}""", "x24"),
        ("""{"name":"x26","type":"sort","scopeKey":"nosuch"}""", "nosuch"),
        ("""{"name":"x27","type":"string","validation":5}""", "x27"),
        ("""{"name":"x28","type":"string","validation":{"type":"string","rules":"x"}}""", "x28"),
        (
            """{"name":"x30","type":"string","validation":{"type":"string","rules":[{"name":"pattern","args":{"regex":"("}}]}}""",
            "x30"
        ),
        (
            """{"name":"x31","type":"string","validation":{"type":"string","rules":[{"name":"min","args":{"limit":"x"}}]}}""",
            "x31"
        ),
        ("""{"name":"x32","type":"string","description":{}}""", "description"),
        ("""{"name":"x33","type":"string","interface":{}}""", "interface"),
        ("""{"name":"r34","type":"belongsTo","target":"nosuch","foreignKey":"rId"}""", "nosuch"),
        ("""{"name":"r35","type":"belongsTo","target":5,"foreignKey":"rId"}""", "target"),
        ("""{"name":"r36","type":"belongsTo","target":"bad_labels","foreignKey":"a\"b"}""", "foreignKey"),
        ("""{"name":"r37","type":"belongsTo","target":"bad_labels","foreignKey":"rId","targetKey":"nosuch"}""", "r37"),
        ("""{"name":"r38","type":"belongsTo","target":"bad_labels","foreignKey":"name","targetKey":"id"}""", "name"),
        ("""{"name":"r39","type":"hasMany","target":"bad_labels","foreignKey":"rId","sourceKey":"nosuch"}""", "r39"),
        (
            """{"name":"r40","type":"belongsToMany","target":"bad_labels","through":"bad_labels","foreignKey":"aId","otherKey":"bId"}""",
            "through"
        ),
        (
            """{"name":"r41","type":"belongsToMany","target":"bad_labels","through":"bad_new","foreignKey":"aId","otherKey":"aId"}""",
            "otherKey"
        ),
        (
            """{"name":"r42","type":"belongsTo","target":"bad_labels","foreignKey":"rId","onDelete":"EXPLODE"}""",
            "EXPLODE"
        ),
        (
            """{"name":"r43","type":"belongsTo","target":"bad_labels","foreignKey":"rId","reverseField":{"name":"color","type":"hasMany"}}""",
            "color"
        ),
        (
            """{"name":"r44","type":"belongsTo","target":"bad_labels","foreignKey":"rId","reverseField":5}""",
            "reverseField"
        ),
        ("[]", null),
        ("""[{"name":"x45","type":"string"}]""", null),
    ];

    private static readonly (string Field, string Body, string? Named)[] Updates =
    [
        // Two records have the same name, and one has no email.
        ("name", """{"unique":true}""", "name"),
        ("count", """{"unique":true}""", "count"),
        ("short", """{"allowNull":false}""", "short"),
        ("count", """{"defaultValue":"abc"}""", "count"),
        ("price", """{"precision":"x"}""", "price"),
        ("name", """{"type":"nope"}""", "nope"),
        ("name", """{"type":"belongsTo"}""", "name"),
        ("name", """{"primaryKey":true}""", "name"),
        ("name", """{"length":-5}""", "name"),
        ("name", """{"validation":{"type":"string","rules":[{"name":"pattern","args":{"regex":"("}}]}}""", "name"),
        ("name", """{"description":[]}""", "description"),
        ("parts", """{"target":"nosuch"}""", "parts"),
        ("name", "[5]", null),
    ];

    public static IEnumerable<BadRequest> Requests =>
        [
            .. New.Select(f => Post($"new field {Short(f.Body)}", Things + ":create", f.Body, f.Named)),
            .. Updates.Select(f =>
                Post($"changed field {f.Field} {f.Body}", $"{Things}:update?filterByTk={f.Field}", f.Body, f.Named)
            ),
            Post(
                "field of an unknown collection",
                "collections/nosuch/fields:create",
                """{"name":"x","type":"string"}""",
                "nosuch"
            ),
            Post("removal of a key in use", Things + ":destroy?filterByTk=id", "{}", "id"),
            Post(
                "removal of a key in use by a through table",
                "collections/bad_labels/fields:destroy?filterByTk=id",
                "{}",
                "id"
            ),
            Post("removal of an unknown field", Things + ":destroy?filterByTk=nosuch", "{}", "nosuch"),
            Post("removal of nothing", Things + ":destroy", "{}", "filterByTk"),
            Post(
                "removal of a field of users",
                "collections/users/fields:destroy?filterByTk=username",
                "{}",
                "username"
            ),
            Post(
                "removal from an unknown collection",
                "collections/nosuch/fields:destroy?filterByTk=x",
                "{}",
                "nosuch"
            ),
            Post("move of an unknown field", Things + ":move?sourceId=nosuch&targetId=name", "{}", "nosuch"),
            Post("move to an unknown field", Things + ":move?sourceId=name&targetId=nosuch", "{}", "nosuch"),
            Post("move of no field", Things + ":move", "{}", "sourceId"),
            Get("an unknown field", Things + ":get?filterByTk=nosuch&filter={%22nosuch%22:1}", "nosuch"),
        ];
}
