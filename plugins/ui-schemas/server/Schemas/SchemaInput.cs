using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>One node as it was sent, and where it is to be.</summary>
internal sealed record SchemaInput(string Uid, string Name, JsonElement Node, string? Parent, string? List)
{
    public const string UidName = "x-uid";
    private const int MaxNodes = 2_000;
    private const int MaxName = 255;

    public bool IsAsync => Node.Flag("x-async") ?? false;

    /// <summary>A tree of nodes, parents before children, children in the order they ask for.</summary>
    /// <exception cref="BadRequestException">It is no tree of nodes, or too large.</exception>
    public static IReadOnlyList<SchemaInput> Read(JsonElement schema)
    {
        var nodes = new List<SchemaInput>();
        Add(nodes, schema, name: null, parent: null, list: null);
        var twice = nodes.GroupBy(n => n.Uid, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? nodes
            : throw new BadRequestException("uid: \"{uid}\" is there twice", [("uid", twice.Key)], UidName);
    }

    public static string? UidOf(JsonElement node) => Text(node, UidName);

    private static void Add(List<SchemaInput> nodes, JsonElement node, string? name, string? parent, string? list)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("{field} must be an object", [("field", list ?? "schema")], list ?? "schema");
        }

        if (nodes.Count == MaxNodes)
        {
            throw new BadRequestException(
                "At most {max} nodes can be saved at once",
                [("max", MaxNodes.ToString())],
                list ?? "schema"
            );
        }

        if (name is not null)
        {
            Check(name, list!);
        }

        var uid = UidOf(node) ?? RandomText.Uid();
        nodes.Add(new SchemaInput(uid, name ?? Text(node, "name") ?? RandomText.Uid(), node, parent, list));
        foreach (var below in node.EnumerateObject().Where(ChildLists.IsList))
        {
            foreach (var (own, child) in ChildLists.Of(below.Name, below.Value).OrderBy(c => Index(c.Node)))
            {
                Add(nodes, child, own, uid, below.Name);
            }
        }
    }

    /// <summary>Nodes that ask for no place come after those that do, in the order they were sent.</summary>
    private static int Index(JsonElement node) => node.Number("x-index") ?? int.MaxValue;

    private static string? Text(JsonElement node, string property)
    {
        if (node.Get(property) is not { } value || (value.ValueKind == JsonValueKind.String && value.GetString() == ""))
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        Check(text, property);
        return text;
    }

    private static void Check(string text, string field)
    {
        if (text.Length is 0 or > MaxName || text.Any(char.IsControl))
        {
            throw new BadRequestException(
                "\"{field}\" must be a name of at most {max} characters",
                [("field", field), ("max", MaxName.ToString())],
                field
            );
        }
    }
}
