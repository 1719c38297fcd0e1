using Pergola.App.Describing;

namespace Pergola.Plugins.Collections;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class CollectionsDescriptions
{
    private const string Key = """{filterByTk: string "Name of the collection"}""";

    private const string FieldKey = """{filterByTk: string "Name of the field"}""";

    private const string Moving =
        """{sourceId: string, targetId: string "Whose place it takes", method?: 'insertAfter' "Comes after it"}""";

    private const string Definition =
        """{name: string, title?: string | null, description?: string | null, fields?: object[], options?: object}""";

    private const string Field =
        """{name: string, type: string, interface?: string | null, uiSchema?: object | null, collectionName?: string}""";

    public static readonly IReadOnlyList<ActionDescription> Collections =
    [
        new("list", "List the collections with their options")
        {
            Query = "{filter?: object, sort?: string[], appends?: string[], paginate?: boolean}",
            Data = $"{Definition}[]",
            IsPaged = true,
        },
        new("get", "Read one collection")
        {
            Query = """{filterByTk: string "Name of the collection", appends?: string[]}""",
            Data = $"{Definition} | null",
        },
        new("listMeta", "List all collections with all their fields") { Data = $"{Definition}[]" },
        new("create", "Create a collection, and its table")
        {
            Body = $$"""
                {
                  name?: string, title?: string, description?: string, template?: string, autoGenId?: boolean,
                  createdAt?: boolean, updatedAt?: boolean, createdBy?: boolean, updatedBy?: boolean,
                  category?: int64[], fields?: {{Field}}[]
                }
                """,
            Data = Definition,
        },
        new("update", "Change options of a collection")
        {
            Query = Key,
            Body = "{title?: string, description?: string, category?: int64[]}",
            Data = $"{Definition}[]",
        },
        new("destroy", "Delete collections with their tables and records")
        {
            Query = """{filterByTk: string, cascade?: boolean "Deletes the relations that lead to them too"}""",
            Data = "integer",
        },
        new("move", "Put a collection in the place of another one in lists") { Query = Moving, Data = "string" },
        new("setFields", "Make the fields of a collection equal to a list")
        {
            Query = Key,
            Body = $$"""{fields: {{Field}}[]}""",
        },
        .. Refused("query", "firstOrCreate", "updateOrCreate"),
    ];

    public static readonly IReadOnlyList<ActionDescription> FieldsOfCollection =
    [
        new("list", "List the fields of a collection")
        {
            Query = "{filter?: object, sort?: string[], paginate?: boolean}",
            Data = $"{Field}[]",
            IsPaged = true,
        },
        new("get", "Read one field of a collection") { Query = FieldKey, Data = $"{Field} | null" },
        new("create", "Create a field, and its column") { Body = Field, Data = Field },
        new("update", "Change options of a field")
        {
            Query = FieldKey,
            Body = "{title?: string, interface?: string, uiSchema?: object, description?: string}",
            Data = $"{Field}[]",
        },
        new("destroy", "Delete fields with their columns") { Query = FieldKey, Data = "boolean" },
        new("move", "Put a field in the place of another one") { Query = Moving, Data = "string" },
        .. Refused("add", "set", "remove", "toggle", "firstOrCreate", "updateOrCreate"),
    ];

    /// <summary>Fields are changed by way of their collection only.</summary>
    public static readonly IReadOnlyList<ActionDescription> Fields =
    [
        .. Refused("create", "update", "destroy", "firstOrCreate", "updateOrCreate", "move"),
    ];

    private static IEnumerable<ActionDescription> Refused(params string[] actions) =>
        actions.Select(action => new ActionDescription(action, string.Empty) { IsOffered = false });
}
