using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>One part of a page as it was sent, and where it is to be.</summary>
internal sealed record FlowModelInput(string Uid, JsonElement Node, string? Parent, string? Slot, string? SubType)
{
    public const string Object = "object";
    public const string Array = "array";
    private const int MaxNodes = 2_000;
    private const int MaxName = 255;

    public bool IsAsync => Node.Flag("async") ?? false;

    /// <summary>A body with everything below it, parents first.</summary>
    /// <exception cref="BadRequestException">It is no tree of parts, or too large.</exception>
    public static IReadOnlyList<FlowModelInput> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        var parent = Name(body, "parentId") ?? Name(body, "parent");
        var slot = Name(body, "subKey");
        if (parent is not null && slot is null)
        {
            throw new BadRequestException("Parameter {name} is missing", [("name", "subKey")], "subKey");
        }

        var nodes = new List<FlowModelInput>();
        Add(nodes, body, parent, slot, SubTypeOf(body));
        var twice = nodes.GroupBy(n => n.Uid, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? nodes
            : throw new BadRequestException("uid: \"{uid}\" is there twice", [("uid", twice.Key)], "uid");
    }

    private static void Add(List<FlowModelInput> nodes, JsonElement node, string? parent, string? slot, string? subType)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("\"{field}\" must have objects", [("field", "subModels")], "subModels");
        }

        if (nodes.Count == MaxNodes)
        {
            throw new BadRequestException(
                "At most {max} parts of a page can be saved at once",
                [("max", MaxNodes.ToString())],
                "subModels"
            );
        }

        var uid = Name(node, "uid") ?? RandomText.Uid();
        nodes.Add(new FlowModelInput(uid, node, parent, slot, subType));
        if (node.Get("subModels") is not { } slots)
        {
            return;
        }

        if (slots.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("{field} must be an object", [("field", "subModels")], "subModels");
        }

        foreach (var below in slots.EnumerateObject())
        {
            CheckName(below.Name, "subModels");
            if (below.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var element in below.Value.EnumerateArray())
                {
                    Add(nodes, element, uid, below.Name, Array);
                }
            }
            else if (below.Value.ValueKind != JsonValueKind.Null)
            {
                Add(nodes, below.Value, uid, below.Name, Object);
            }
        }
    }

    private static string? SubTypeOf(JsonElement node) =>
        node.Get("subType") switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text when text.GetString() is Object or Array => text.GetString(),
            _ => throw FlowFaults.SubType(),
        };

    private static string? Name(JsonElement node, string property)
    {
        if (
            node.Get(property) is not { } value
            || value is { ValueKind: JsonValueKind.String } && value.GetString() == ""
        )
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        CheckName(text, property);
        return text;
    }

    /// <summary>Names end up in addresses and in the columns of the tree.</summary>
    public static void CheckName(string text, string field)
    {
        if (
            text.Length is 0 or > MaxName
            || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '\\')
        )
        {
            throw new BadRequestException(
                "\"{field}\" must be a name of at most {max} characters without blanks and slashes",
                [("field", field), ("max", MaxName.ToString())],
                field
            );
        }
    }
}
