using Pergola.App.Describing;

namespace Pergola.Plugins.FlowEngine;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class FlowEngineDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> All =
    [
        new("findOne", "Get a part of a page with everything below it")
        {
            Query = "{uid: string, includeAsyncNode?: boolean}",
            Data = "object | null",
        },
        new("save", "Store parts of a page") { Body = "object", Data = "string" },
        new("destroy", "Delete a part of a page and what is below it")
        {
            Query = "{filterByTk: string}",
            Data = "string",
        },
        new("duplicate", "Copy a part of a page") { Query = "{uid: string}", Data = "object" },
        new("attach", "Put a part of a page elsewhere")
        {
            Query = "{uid: string, parentId: string, subKey: string, subType?: 'array' | 'object', position?: string}",
            Data = "object",
        },
        new("move", "Move a part of a page beside another one")
        {
            Query = "{sourceId: string, targetId: string, position: 'before' | 'after'}",
            Data = "string",
        },
        new("list", "List parts of pages")
        {
            Query = "{filter?: object, sort?: string[]}",
            Data = "object[]",
            IsPaged = true,
        },
        new("get", "Get a part of a page") { Query = "{filterByTk: string}", Data = "object | null" },
        new("create", "Store a part of a page") { Body = "object", Data = "object" },
        new("update", "Change a part of a page")
        {
            Query = "{filterByTk: string}",
            Body = "object",
            Data = "object[]",
        },
    ];
}
