using System.Text.Json;
using Pergola.Data.Records.Trees;

namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>A tree of nodes as JSON Schema.</summary>
internal sealed class SchemaJson
{
    private readonly ClosureNode _root;
    private readonly ILookup<string?, ClosureNode> _children;

    /// <param name="nodes">A root and all below it, parents first.</param>
    /// <param name="isShown">Whether a node below the root that is loaded later is in it all the same.</param>
    public SchemaJson(IReadOnlyList<ClosureNode> nodes, Func<ClosureNode, bool> isShown)
    {
        _root = nodes[0];
        _children = nodes.Skip(1).Where(n => !n.IsAsync || isShown(n)).ToLookup(n => n.Parent, StringComparer.Ordinal);
    }

    public void WriteTo(Utf8JsonWriter json) => Write(json, _root, isRoot: true);

    /// <summary>Of the root only its type and the nodes in <c>properties</c>.</summary>
    public void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (_root.Document.TryGetProperty("type", out var type))
        {
            json.WritePropertyName("type");
            type.WriteTo(json);
        }

        var properties = _children[_root.Key].Where(n => n.Slot == ChildLists.Properties).ToList();
        if (properties.Count > 0)
        {
            WriteList(json, ChildLists.Properties, properties);
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, ClosureNode node, bool isRoot)
    {
        json.WriteStartObject();
        foreach (var property in node.Document.EnumerateObject().Where(p => !SchemaText.IsPlace(p.Name)))
        {
            property.WriteTo(json);
        }

        foreach (var list in _children[node.Key].GroupBy(n => n.Slot ?? ChildLists.Properties, StringComparer.Ordinal))
        {
            WriteList(json, list.Key, [.. list]);
        }

        if (isRoot)
        {
            json.WriteString("name", node.Name);
        }

        json.WriteString(SchemaInput.UidName, node.Key);
        json.WriteBoolean("x-async", node.IsAsync);
        if (node.Sort is { } index)
        {
            json.WriteNumber("x-index", index);
        }

        json.WriteEndObject();
    }

    private void WriteList(Utf8JsonWriter json, string list, IReadOnlyList<ClosureNode> nodes)
    {
        json.WritePropertyName(list);
        if (ChildLists.AreNamed(list))
        {
            json.WriteStartObject();
            foreach (var node in nodes.DistinctBy(n => n.Name))
            {
                json.WritePropertyName(node.Name ?? node.Key);
                Write(json, node, isRoot: false);
            }

            json.WriteEndObject();
        }
        else if (nodes.Count == 1 || list == ChildLists.Additional)
        {
            Write(json, nodes[0], isRoot: false);
        }
        else
        {
            json.WriteStartArray();
            foreach (var node in nodes)
            {
                Write(json, node, isRoot: false);
            }

            json.WriteEndArray();
        }
    }
}
