using Pergola.App.Describing;

namespace Pergola.Plugins.ApiDoc;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class ApiDocDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> Swagger =
    [
        new("get", "Read the OpenAPI document of the API, or of a part of it")
        {
            Details =
                "Answers the document itself, without an envelope. It has what the caller may use; send its `ETag` back as "
                + "`If-None-Match`, and the answer is 304 until the collections or the rights change.",
            Query =
                """{ns?: string "core, plugins, plugins/<name>, collections or collections/<name>; all when absent"}""",
            File = "application/json",
        },
        new("getUrls", "List the documents there are") { Data = "{name: string, url: string}[]" },
        new("listParts", "List the resources of the API with their actions")
        {
            Data = """
                {
                  ns: string "The part of the API that documents the resource", resource: string, title: string,
                  plugin: string | null "The plugin it comes from, null for a collection that people made",
                  actions: string[]
                }[]
                """,
        },
    ];
}
