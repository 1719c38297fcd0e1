using System.Globalization;
using System.Text.Json;

namespace Pergola.App.Wire;

/// <summary>A parameter value: text (null when only the name was given), or children by key.</summary>
internal sealed class QueryNode
{
    private readonly List<KeyValuePair<string, QueryNode>> _children = [];
    private int _next;

    public string? Text { get; set; }

    public bool HasChildren => _children.Count > 0;

    /// <summary>Whether every key is an array index.</summary>
    public bool IsList { get; private set; } = true;

    public IEnumerable<KeyValuePair<string, QueryNode>> Children =>
        IsList ? _children.OrderBy(c => int.Parse(c.Key, CultureInfo.InvariantCulture)) : _children;

    public QueryNode Child(string key)
    {
        foreach (var (name, node) in _children)
        {
            if (name == key)
            {
                return node;
            }
        }

        var index = QueryStringParser.IndexOf(key);
        IsList &= index >= 0;
        _next = Math.Max(_next, index + 1);
        return Add(key);
    }

    /// <summary>A new element at the end, for <c>a[]</c> and repeated names.</summary>
    public QueryNode Push() => Add((_next++).ToString(CultureInfo.InvariantCulture));

    /// <summary>Turns a text into the first element of a list, because its name came again.</summary>
    public void BecomeList()
    {
        var text = Text;
        Text = null;
        Push().Text = text;
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (!HasChildren)
        {
            writer.WriteStringValue(Text);
        }
        else if (IsList)
        {
            writer.WriteStartArray();
            foreach (var (_, child) in Children)
            {
                child.WriteTo(writer);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject();
            foreach (var (key, child) in Children)
            {
                writer.WritePropertyName(key);
                child.WriteTo(writer);
            }

            writer.WriteEndObject();
        }
    }

    private QueryNode Add(string key)
    {
        var child = new QueryNode();
        _children.Add(new KeyValuePair<string, QueryNode>(key, child));
        return child;
    }
}
