using Pergola.App.Describing;

namespace Pergola.Plugins.UiSchemas;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class UiSchemasDescriptions
{
    private const string Adjacent = "{filterByTk: string, removeParentsIfNoChildren?: boolean}";

    public static readonly IReadOnlyList<ActionDescription> All =
    [
        new("getJsonSchema", "Get a node with everything below it")
        {
            Query = "{filterByTk: string, includeAsyncNode?: boolean}",
            Data = "object",
        },
        new("getProperties", "Get what is below a node") { Query = "{filterByTk: string}", Data = "object" },
        new("getParentJsonSchema", "Get the node above a node")
        {
            Query = "{filterByTk: string}",
            Data = "object | null",
        },
        new("getParentProperty", "Get the node above a node")
        {
            Query = "{filterByTk: string}",
            Data = "object | null",
        },
        new("insert", "Store a tree of nodes") { Body = "object", Data = "object" },
        new("insertNewSchema", "Store a new tree of nodes") { Body = "object", Data = "object" },
        new("insertAdjacent", "Put a node beside another one")
        {
            Query =
                "{filterByTk: string, position: 'beforeBegin' | 'afterBegin' | 'beforeEnd' | 'afterEnd', removeParentsIfNoChildren?: boolean}",
            Body = "object",
            Data = "object",
        },
        new("insertBeforeBegin", "Put a node before another one")
        {
            Query = Adjacent,
            Body = "object",
            Data = "object",
        },
        new("insertAfterBegin", "Put a node first below another one")
        {
            Query = Adjacent,
            Body = "object",
            Data = "object",
        },
        new("insertBeforeEnd", "Put a node last below another one")
        {
            Query = Adjacent,
            Body = "object",
            Data = "object",
        },
        new("insertAfterEnd", "Put a node after another one")
        {
            Query = Adjacent,
            Body = "object",
            Data = "object",
        },
        new("patch", "Change a node") { Body = "object", Data = "{result: string}" },
        new("batchPatch", "Change several nodes") { Body = "object[]", Data = "{result: string}" },
        new("remove", "Remove a node and what is below it")
        {
            Query = "{filterByTk: string}",
            Data = "{result: string}",
        },
        new("clearAncestor", "Make a node the top of a tree")
        {
            Query = "{filterByTk: string}",
            Data = "{result: string}",
        },
    ];
}
