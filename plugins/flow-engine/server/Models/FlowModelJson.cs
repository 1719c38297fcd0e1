using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Records.Trees;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>A tree of parts as its client knows it: children below their slots, each with its place.</summary>
internal sealed class FlowModelJson
{
    private const string Array = "array";

    private readonly ClosureNode _root;
    private readonly ILookup<string?, ClosureNode> _children;

    /// <param name="nodes">A root and all below it, parents first.</param>
    /// <param name="includeAsync">Whether parts that are loaded later are in it.</param>
    public FlowModelJson(IReadOnlyList<ClosureNode> nodes, bool includeAsync)
    {
        _root = nodes[0];
        _children = nodes
            .Skip(1)
            .Where(n => includeAsync || !n.IsAsync)
            .ToLookup(n => n.Parent, StringComparer.Ordinal);
    }

    public void WriteTo(Utf8JsonWriter json) => Write(json, _root, place: null);

    private void Write(Utf8JsonWriter json, ClosureNode node, int? place)
    {
        json.WriteStartObject();
        FlowOptions.WriteTo(json, FlowOptions.Of(node.Document));
        json.WriteString("uid", node.Key);
        if (node.Parent is { } parent)
        {
            json.WriteString("parent", parent);
            json.WriteString("parentId", parent);
        }

        if (node.Slot is { } slot && node.Document.Get("subKey") is null)
        {
            json.WriteString("subKey", slot);
        }

        if (place is { } index)
        {
            json.WriteNumber("sortIndex", index);
        }

        if (_children.Contains(node.Key))
        {
            json.WriteStartObject("subModels");
            foreach (var slotNodes in _children[node.Key].GroupBy(n => n.Slot ?? string.Empty, StringComparer.Ordinal))
            {
                WriteSlot(json, slotNodes.Key, [.. slotNodes]);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteSlot(Utf8JsonWriter json, string slot, IReadOnlyList<ClosureNode> nodes)
    {
        json.WritePropertyName(slot);
        if (nodes.Count == 1 && nodes[0].Document.Text("subType") != Array)
        {
            Write(json, nodes[0], 1);
            return;
        }

        json.WriteStartArray();
        for (var index = 0; index < nodes.Count; index++)
        {
            Write(json, nodes[index], index + 1);
        }

        json.WriteEndArray();
    }
}
