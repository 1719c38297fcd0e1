using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Links, lookups, moves and trees that make no sense.</summary>
internal static class LinkCases
{
    public static IEnumerable<BadRequest> Requests => [.. Meaningless, .. Links, .. Lookups, .. Moves, .. Trees];

    private static IEnumerable<BadRequest> Meaningless =>
        [
            Post("set on a collection", "bad_things:set", "[1]", "set"),
            Post("add on a collection", "bad_things:add", "[1]", "add"),
            Post("remove on a collection", "bad_things:remove", "[1]", "remove"),
            Post("toggle on a collection", "bad_things:toggle", "[1]", "toggle"),
            Post("toggle on hasMany", "bad_things/1/parts:toggle", "[11]"),
            Post("toggle on belongsTo", "bad_parts/11/thing:toggle", "[1]"),
            Post("toggle on hasOne", "bad_things/1/cover:toggle", "[15]"),
            Post("toggle on an array", "bad_things/1/tags:toggle", "[\"a\"]"),
            Post("add on belongsTo", "bad_parts/11/thing:add", "[2]"),
            Post("add on hasOne", "bad_things/2/cover:add", "[15]"),
            Post("add on a text", "bad_things/1/name:add", "[\"a\"]"),
            Post("set on a number", "bad_things/1/count:set", "[1]"),
            Get("list of an array", "bad_things/1/tags:list"),
            Get("get of an array", "bad_things/1/tags:get"),
            Get("list of a single record", "bad_parts/11/thing:list", "thing"),
            Post("create in an array", "bad_things/1/tags:create", "{}"),
        ];

    private static IEnumerable<BadRequest> Links =>
        [
            Post("add to a source that is not there", "bad_things/999/parts:add", "[11]"),
            Post("set for a source that is not there", "bad_things/999/labels:set", "[21]"),
            Post("toggle for a source that is not there", "bad_things/999/labels:toggle", "[21]"),
            Post("create under a source that is not there", "bad_things/999/parts:create", """{"title":"x"}"""),
            Post("create under belongsTo of nothing", "bad_parts/999/thing:create", """{"required":"r"}"""),
            Post("tags of a source that is not there", "bad_things/999/tags:add", "[\"a\"]"),
            Post("add of words", "bad_things/1/parts:add", "[\"abc\"]"),
            Post("add of objects", "bad_things/1/parts:add", "[{}]"),
            Post("add of objects to many", "bad_things/1/labels:add", "[{\"id\":22}]"),
            Post("add of null", "bad_things/1/labels:add", "[null]"),
            Post("add of true", "bad_things/1/labels:add", "[true]"),
            Post("add of an empty tuple", "bad_things/1/labels:add", "[[]]"),
            Post("add of a tuple without values", "bad_things/1/labels:add", "[[22,5]]"),
            Post("add of fractions", "bad_things/1/labels:add", "[1.5]"),
            Post("set of words", "bad_things/1/labels:set", "[21,\"abc\"]"),
            Post("add of a key by query", "bad_things/1/labels:add?filterByTk=abc", "[]"),
            Post("toggle of two", "bad_things/1/labels:toggle", "[21,22]"),
            Post("toggle of nothing", "bad_things/1/labels:toggle", "[]"),
            Post("remove of words", "bad_things/1/parts:remove", "[\"abc\"]"),
            Post("set of a word", "bad_parts/11/thing:set?filterByTk=abc", "{}"),
            Post(
                "update of a single record that is not there",
                "bad_things/2/cover:update?filterByTk=1",
                """{"title":"x"}"""
            ),
            Post("destroy of a restricted record", "bad_labels:destroy?filterByTk=22", "{}"),
            Post("destroy of one restricted record among others", "bad_labels:destroy?filterByTk=[21,22]", "{}"),
            Post("bad value within an association", "bad_things/1/parts:create", """{"title":{}}""", "title"),
            Post(
                "bad value in an update within an association",
                "bad_things/1/parts:update?filterByTk=11",
                """{"title":{}}""",
                "title"
            ),
        ];

    private static IEnumerable<BadRequest> Lookups =>
        new[] { "firstOrCreate", "updateOrCreate" }.SelectMany(action =>
            new[]
            {
                Post(action + " without filterKeys", "bad_things:" + action, """{"required":"r"}""", "filterKeys"),
                Post(action + " with an empty list", $"bad_things:{action}?filterKeys[]=", """{"required":"r"}"""),
                Post(
                    action + " with text",
                    $"bad_things:{action}?filterKeys=name",
                    """{"required":"r"}""",
                    "filterKeys"
                ),
                Post(
                    action + " with an unknown key",
                    $"bad_things:{action}?filterKeys[]=nosuch",
                    """{"required":"r"}""",
                    "nosuch"
                ),
                Post(
                    action + " with a key twice",
                    $"bad_things:{action}?filterKeys[]=count&filterKeys[]=count",
                    """{"count":"abc"}""",
                    "count"
                ),
                Post(action + " with a group", $"bad_things:{action}?filterKeys[]=$or", """{"$or":[]}"""),
                Post(
                    action + " with an operator",
                    $"bad_things:{action}?filterKeys[]=name.$foo",
                    """{"name":{"$foo":1}}""",
                    "$foo"
                ),
                Post(action + " with a list", $"bad_things:{action}?filterKeys[]=name", """[{"name":"x"}]"""),
                Post(
                    action + " with a bad value",
                    $"bad_things:{action}?filterKeys[]=count",
                    """{"required":"r","count":"abc"}""",
                    "count"
                ),
                Post(
                    action + " with an object as a value",
                    $"bad_things:{action}?filterKeys[]=name",
                    """{"required":"r","name":{"$ne":null}}"""
                ),
                Post(
                    action + " lacking a required field",
                    $"bad_things:{action}?filterKeys[]=email",
                    """{"email":"new@x.io"}""",
                    "required"
                ),
            }
        );

    private static IEnumerable<BadRequest> Moves =>
        [
            Post("move without a source", "bad_things:move", "{}", "sourceId"),
            Post("move of a word", "bad_things:move?sourceId=abc&targetId=1&sortField=position", "{}", "id"),
            Post("move to a word", "bad_things:move?sourceId=1&targetId=abc&sortField=position", "{}", "id"),
            Post(
                "move of a record that is not there",
                "bad_things:move?sourceId=999&targetId=1&sortField=position",
                "{}"
            ),
            Post(
                "move to a record that is not there",
                "bad_things:move?sourceId=1&targetId=999&sortField=position",
                "{}"
            ),
            Post("move without a target", "bad_things:move?sourceId=1&sortField=position", "{}"),
            Post("move by the wrong field", "bad_things:move?sourceId=1&targetId=2&sortField=name", "{}", "name"),
            Post("move by an unknown field", "bad_things:move?sourceId=1&targetId=2&sortField=nosuch", "{}", "nosuch"),
            Post("move without a sort field", "bad_labels:move?sourceId=21&targetId=22", "{}", "sort"),
            Post(
                "move with a scope of words",
                "bad_things:move?sourceId=1&targetScope=x&sortField=position",
                "{}",
                "targetScope"
            ),
            Post("move within many to many", "bad_things/1/labels:move?sourceId=21&targetId=22", "{}"),
            Post("move of a list", "bad_things:move?sourceId[]=1&targetId=2&sortField=position", "{}", "sourceId"),
        ];

    private static IEnumerable<BadRequest> Trees =>
        [
            Post("own parent by key", "bad_tree:update?filterByTk=31", """{"parentId":31}"""),
            Post("own parent", "bad_tree:update?filterByTk=31", """{"parent":31}"""),
            Post("own parent as an object", "bad_tree:update?filterByTk=31", """{"parent":{"id":31}}"""),
            Post("descendant as parent by key", "bad_tree:update?filterByTk=31", """{"parentId":33}"""),
            Post("descendant as parent", "bad_tree:update?filterByTk=31", """{"parent":{"id":33}}"""),
            Post("child as parent of several", "bad_tree:update?forceUpdate=true", """{"parentId":33}"""),
            Post("ancestor as child", "bad_tree:update?filterByTk=33", """{"children":[31]}"""),
            Post("own child", "bad_tree:update?filterByTk=33", """{"children":[33]}"""),
            Post("ancestor added as child", "bad_tree/33/children:add", "[31]"),
            Post("ancestors set as children", "bad_tree/33/children:set", "[31,32]"),
            Post("descendant set as parent", "bad_tree/31/parent:set", "[33]"),
            Post("own parent on create", "bad_tree:create", """{"id":39,"parentId":39}"""),
            Post("parent of a wrong type", "bad_tree:update?filterByTk=33", """{"parentId":"abc"}""", "parentId"),
        ];
}
