using Pergola.Testing.Servers;
using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Keys of the wrong type or shape, and changes that do not say of which records.</summary>
internal static class KeyCases
{
    private static readonly string[] Keys =
    [
        "abc",
        "1.5",
        "1e400",
        "99999999999999999999",
        "{\"id\":\"abc\"}",
        "{\"id\":{\"a\":1}}",
        "{\"id\":null}",
        "{\"nosuch\":1}",
        "{}",
        "{bad",
        "[\"abc\"]",
        "[[1]]",
        "[null]",
        "[1,{\"id\":1}]",
        "[1",
        "' OR 1=1 --",
        "1; DROP TABLE bad_things",
        "true",
    ];

    private static readonly string[] Actions = ["get", "update", "destroy"];

    public static IEnumerable<BadRequest> Requests =>
        [
            .. from action in Actions
            from key in Keys
            select Post(
                $"{action} key {key}",
                $"bad_things:{action}{ApiClient.Query(("filterByTk", key))}",
                """{"name":"changed"}"""
            ),
            Get("key by path", "bad_things/abc", "id"),
            Get("key by path with an action", "bad_things:get/abc", "id"),
            Get("key as an object in brackets", "bad_things:get?filterByTk[a]=1", "id"),
            Get("source key", "bad_things/abc/parts:list", "id"),
            Get("source key of JSON", "bad_things/%7B%22nosuch%22%3A1%7D/parts:list"),
            Get("source key of broken JSON", "bad_things/%7Bbad/parts:list"),
            Get("source key of a list", "bad_things/%5B1%5D/parts:list"),
            Post("update without a key", "bad_things:update", """{"name":"x"}""", "filterByTk"),
            Post("update with an empty filter", "bad_things:update?filter={}", """{"name":"x"}""", "filter"),
            Post(
                "update with empty groups",
                "bad_things:update?filter={%22$and%22:[{%22$or%22:[]}]}",
                """{"name":"x"}""",
                "filter"
            ),
            Post("destroy without a key", "bad_things:destroy", "{}", "filterByTk"),
            Post("destroy with an empty key", "bad_things:destroy?filterByTk=", "{}", "filterByTk"),
            Post("destroy with an empty filter", "bad_things:destroy?filter={}", "{}", "filter"),
            Post("destroy with a filter of nothing", "bad_things:destroy?filter={%22$or%22:[{},{}]}", "{}", "filter"),
            Post("destroy with an unknown field", "bad_things:destroy?filter={%22nosuch%22:1}", "{}", "nosuch"),
            new("DELETE without a key", new ApiRequest("DELETE", "bad_things"), "filterByTk"),
            Post("destroy within an association without a key", "bad_things/1/parts:destroy", "{}", "filterByTk"),
        ];
}
