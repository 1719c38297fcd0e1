using System.Buffers;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;

namespace Pergola.App.Wire;

/// <summary>The parameters of a query string or form by name.</summary>
public sealed class QueryTree
{
    public static readonly QueryTree Empty = new(new QueryNode());

    private readonly Dictionary<string, QueryNode> _parameters;
    private readonly QueryNode _root;

    internal QueryTree(QueryNode root)
    {
        _root = root;
        _parameters = root.HasChildren
            ? root.Children.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)
            : [];
    }

    public bool Has(string name) => _parameters.ContainsKey(name);

    public string? Text(string name) => _parameters.GetValueOrDefault(name)?.Text;

    /// <summary>
    /// A value as JSON. Text that starts as an object or array is parsed, other text stays text; empty text is no value.
    /// </summary>
    /// <exception cref="BadRequestException">Malformed JSON text, or a filter that is neither object nor array.</exception>
    public JsonElement? Json(string name)
    {
        if (!_parameters.TryGetValue(name, out var node))
        {
            return null;
        }

        if (node.HasChildren)
        {
            return ToJson(node);
        }

        var text = node.Text.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        if (text[0] is '{' or '[')
        {
            return JsonInput.ParseParameter(name, node.Text!);
        }

        if (name != "filter")
        {
            return ToJson(node);
        }

        return text is "null"
            ? null
            : throw new BadRequestException("Parameter {name} must be a JSON object or array", [("name", name)], name);
    }

    /// <summary>A list of names: comma text or an array. Commas inside parentheses belong to the name.</summary>
    public IReadOnlyList<string>? Names(string name)
    {
        if (!_parameters.TryGetValue(name, out var node) || (!node.HasChildren && node.Text is null))
        {
            return null;
        }

        if (node.HasChildren)
        {
            return Elements(name, node);
        }

        if (!node.Text!.StartsWith('['))
        {
            return Split(node.Text);
        }

        return
        [
            .. JsonInput
                .ParseParameter(name, node.Text)
                .EnumerateArray()
                .Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw NotAList(name)),
        ];
    }

    /// <summary>A list that must have been sent as an array.</summary>
    /// <exception cref="BadRequestException">Plain text.</exception>
    public IReadOnlyList<string>? List(string name)
    {
        if (!_parameters.TryGetValue(name, out var node))
        {
            return null;
        }

        return node.HasChildren ? Elements(name, node)
            : string.IsNullOrEmpty(node.Text) ? null
            : node.Text.StartsWith('[') ? Names(name)
            : throw NotAList(name);
    }

    /// <summary>Everything as one object, for forms.</summary>
    public JsonElement ToObject() => _root.HasChildren ? ToJson(_root) : JsonText.EmptyObject;

    private static List<string> Elements(string name, QueryNode node)
    {
        var names = new List<string>();
        foreach (var (_, child) in node.Children)
        {
            names.Add(node.IsList && child is { HasChildren: false, Text: { } text } ? text : throw NotAList(name));
        }

        return names;
    }

    private static BadRequestException NotAList(string name) =>
        new("Parameter {name} must be an array of names", [("name", name)], name);

    private static List<string> Split(string text)
    {
        var names = new List<string>();
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var character = at == text.Length ? ',' : text[at];
            if (character == '(')
            {
                depth++;
            }
            else if (character == ')')
            {
                depth--;
            }
            else if (character == ',' && (depth <= 0 || at == text.Length))
            {
                var name = text.AsSpan(start, at - start).Trim();
                if (!name.IsEmpty)
                {
                    names.Add(name.ToString());
                }

                start = at + 1;
            }
        }

        return names;
    }

    private static JsonElement ToJson(QueryNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            node.WriteTo(writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, JsonText.Document);
        return document.RootElement.Clone();
    }
}
