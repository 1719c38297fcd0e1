using System.Text.Json;
using Pergola.App.Describing;
using Pergola.App.Localization;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>Parts that many operations share. Their names have a dot: no collection is called so.</summary>
internal static class SharedComponents
{
    private static readonly (string Name, string In, string About, Shape Shape)[] Parameters =
    [
        (
            "fields",
            "query",
            "The fields of each record; all of its own when absent. `relation.field` for related ones",
            "string[]"
        ),
        ("except", "query", "Fields that are left out", "string[]"),
        ("appends", "query", "The relations that come with each record; `relation.relation` goes further", "string[]"),
        ("sort", "query", "The fields records are ordered by; `-` before one turns its order around", "string[]"),
        ("page", "query", "Which page, from 1", "integer"),
        ("pageSize", "query", "How many records a page has; 20 when absent", "integer"),
        ("paginate", "query", "`false` answers all records, without `meta`", "boolean"),
        ("tree", "query", "`true` answers the top records with their `children`", "boolean"),
        ("whitelist", "query", "The only fields that are written", "string[]"),
        ("blacklist", "query", "Fields that are not written", "string[]"),
        ("sourceId", "query", "Key of the record that is moved", "int64"),
        ("targetId", "query", "Key of the record whose place it takes", "int64"),
        ("sortField", "query", "The field that keeps the order; `sort` when absent", "string"),
        ("method", "query", "Whether it comes after the other record, or first of all", "'insertAfter' | 'prepend'"),
        ("targetScope", "query", "The order it moves into, as a value of the field that orders are kept by", "object"),
        ("sticky", "query", "`true` puts it before all others", "boolean"),
    ];

    private static readonly (string Name, string About, string List)[] Lists =
    [
        (
            "filterKeys",
            "The fields by which the record is looked up; their values are those of the body",
            "filterKeys[]"
        ),
        (
            "updateAssociationValues",
            "Relations whose records are changed too, and not only linked",
            "updateAssociationValues[]"
        ),
    ];

    private static readonly (string Name, Shape Shape)[] Schemas =
    [
        (
            "api.errors",
            """{errors: {message: string "For people, in their language", code?: string "For programs"}[]}"""
        ),
        (
            "api.page",
            """
            {
              count?: integer "How many records there are", page: integer, pageSize: integer, totalPage?: integer | null,
              hasNext?: boolean "Instead of the count, where a collection is not counted",
              allowedActions?: object "Keys by what may be done with them, when header X-With-ACL-Meta is sent"
            }
            """
        ),
        (
            "api.aggregate",
            """
            {
              measures?: {field: string | string[], aggregation?: 'sum' | 'count' | 'avg' | 'min' | 'max', alias?: string,
                distinct?: boolean}[],
              dimensions?: {field: string | string[], format?: string "Such as YYYY-MM", alias?: string}[],
              orders?: {field: string | string[], alias?: string, order?: 'asc' | 'desc',
                nulls?: 'default' | 'first' | 'last'}[],
              filter?: object, having?: object, limit?: integer, offset?: integer
            }
            """
        ),
    ];

    private static readonly (string Name, string About)[] Failures =
    [
        ("api.badRequest", "Something in the request is wrong; the message names it"),
        ("api.unauthenticated", "Nobody is signed in, or the session has ended"),
        ("api.forbidden", "The role does not allow it"),
    ];

    /// <summary>How one signs in, and how requests fail.</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("securitySchemes");
        json.WriteStartObject("bearer");
        json.WriteString("type", "http");
        json.WriteString("scheme", "bearer");
        json.WriteString("description", "The token of `auth:signIn`, or an API key");
        json.WriteEndObject();
        json.WriteStartObject("token");
        json.WriteString("type", "apiKey");
        json.WriteString("in", "query");
        json.WriteString("name", "token");
        json.WriteString("description", "The same in the address, for links; taken by actions that read only");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("responses");
        foreach (var (name, about) in Failures)
        {
            json.WriteStartObject(name);
            json.WriteString("description", about);
            json.WriteStartObject("content");
            json.WriteStartObject("application/json");
            json.WriteStartObject("schema");
            json.WriteString("$ref", "#/components/schemas/api.errors");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteSchemas(Utf8JsonWriter json)
    {
        foreach (var (name, shape) in Schemas)
        {
            json.WritePropertyName(name);
            shape.Schema.WriteTo(json);
        }
    }

    public static void WriteParameters(Utf8JsonWriter json, Texts texts)
    {
        foreach (var (name, place, about, shape) in Parameters)
        {
            WriteParameter(json, name, name, place, texts.Translate(about), shape, isExploded: false);
        }

        foreach (var (name, about, list) in Lists)
        {
            // One element alone is told from plain text by the brackets.
            WriteParameter(json, name, list, "query", texts.Translate(about), "string[]", isExploded: true);
        }
    }

    private static void WriteParameter(
        Utf8JsonWriter json,
        string name,
        string sent,
        string place,
        string about,
        Shape shape,
        bool isExploded
    )
    {
        json.WriteStartObject($"api.{name}");
        json.WriteString("name", sent);
        json.WriteString("in", place);
        json.WriteString("description", about);
        if (shape.Schema.Text("type") == "array")
        {
            json.WriteString("style", "form");
            json.WriteBoolean("explode", isExploded);
        }

        if (shape.Schema.Text("type") == "object")
        {
            json.WriteString("style", "deepObject");
            json.WriteBoolean("explode", true);
        }

        json.WritePropertyName("schema");
        shape.Schema.WriteTo(json);
        json.WriteEndObject();
    }
}
