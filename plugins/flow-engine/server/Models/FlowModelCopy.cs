using System.Text.Json;
using Pergola.Core.Ids;
using Pergola.Data.Records;
using Pergola.Data.Records.Trees;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>A copy of a tree with uids of its own; what the parts say about each other means those of the copy.</summary>
internal sealed class FlowModelCopy
{
    private readonly IReadOnlyList<ClosureNode> _nodes;
    private readonly Dictionary<string, string> _uids;

    public FlowModelCopy(IReadOnlyList<ClosureNode> nodes)
    {
        _nodes = nodes;
        _uids = nodes.ToDictionary(n => n.Key, _ => RandomText.Uid(), StringComparer.Ordinal);
    }

    public string Root => _uids[_nodes[0].Key];

    /// <summary>The copied nodes, parents first; the first of them is a root.</summary>
    public IReadOnlyList<NewClosureNode> ToNodes(WriteSession session) =>
        [
            .. _nodes.Select(
                (node, index) =>
                    new NewClosureNode(
                        _uids[node.Key],
                        _uids[node.Key],
                        FlowOptions.ToText(json => Write(json, node), session),
                        index == 0 ? null : _uids[node.Parent!],
                        index == 0 ? null : node.Slot,
                        node.IsAsync
                    )
            ),
        ];

    private void Write(Utf8JsonWriter json, ClosureNode node)
    {
        foreach (var (name, value) in FlowOptions.Of(node.Document))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    private void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String when _uids.TryGetValue(value.GetString()!, out var uid):
                json.WriteStringValue(uid);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
