using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Json;

namespace Pergola.App.Describing;

/// <summary>Reads a shape from the way it is written down.</summary>
internal sealed class ShapeParser(string text)
{
    private readonly List<string> _records = [];
    private int _at;

    public Shape Parse()
    {
        var schema = ReadUnion();
        Skip();
        return _at == text.Length
            ? new Shape(JsonSerializer.SerializeToElement(schema, JsonText.Serializer), _records)
            : throw Wrong("the end");
    }

    private JsonObject ReadUnion()
    {
        var parts = new List<JsonObject> { ReadList() };
        while (Takes('|'))
        {
            parts.Add(ReadList());
        }

        return parts.Count == 1 ? parts[0] : Unite(parts);
    }

    private JsonObject ReadList()
    {
        var part = ReadOne();
        while (Takes('['))
        {
            Expect(']');
            part = new JsonObject { ["type"] = "array", ["items"] = part };
        }

        return part;
    }

    private JsonObject ReadOne()
    {
        if (Takes('{'))
        {
            return ReadObject();
        }

        if (Takes('('))
        {
            var inner = ReadUnion();
            Expect(')');
            return inner;
        }

        if (Takes('\''))
        {
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(ReadTo('\'')) };
        }

        if (Takes('@'))
        {
            var collection = ReadName();
            _records.Add(collection);
            return new JsonObject { ["$ref"] = Shape.ReferenceTo(collection) };
        }

        return Named(ReadName());
    }

    private JsonObject ReadObject()
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        while (!Takes('}'))
        {
            var name = ReadName();
            if (!Takes('?'))
            {
                required.Add(name);
            }

            Expect(':');
            var value = ReadUnion();
            if (Takes('"'))
            {
                value["description"] = ReadTo('"');
            }

            properties[name] = value;
            Takes(',');
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private JsonObject Named(string name) =>
        name switch
        {
            "string" or "integer" or "number" or "boolean" or "null" or "object" => new JsonObject { ["type"] = name },
            "any" => [],
            // Beyond 2^53 a JSON number would lose digits.
            "int64" => new JsonObject { ["type"] = new JsonArray("integer", "string"), ["format"] = "int64" },
            "instant" => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            "password" => new JsonObject
            {
                ["type"] = "string",
                ["format"] = "password",
                ["writeOnly"] = true,
            },
            _ => throw Wrong("a type"),
        };

    /// <summary>Plain types and choices become one schema, so that clients get one type.</summary>
    private static JsonObject Unite(List<JsonObject> parts)
    {
        if (parts.All(p => p["enum"] is not null || IsNull(p)))
        {
            var isNullable = parts.Exists(IsNull);
            var values = new JsonArray([.. parts.Select(p => IsNull(p) ? null : p["enum"]![0]!.DeepClone())]);
            JsonNode type = isNullable ? new JsonArray("string", "null") : "string";
            return new JsonObject { ["type"] = type, ["enum"] = values };
        }

        if (parts.Count == 2 && parts.Find(p => !IsNull(p)) is { } other && parts.Exists(IsNull) && IsPlain(other))
        {
            var types = other["type"] is JsonArray several
                ? several.Select(t => t!.DeepClone())
                : [other["type"]!.DeepClone()];
            other["type"] = new JsonArray([.. types, "null"]);
            return other;
        }

        return new JsonObject { ["anyOf"] = new JsonArray([.. parts]) };
    }

    private static bool IsNull(JsonObject part) => part["type"] is JsonValue type && type.GetValue<string>() == "null";

    private static bool IsPlain(JsonObject part) => part["type"] is not null && part["enum"] is null;

    private string ReadName()
    {
        Skip();
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '-' or '$'))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Wrong("a name");
    }

    private string ReadTo(char end)
    {
        var close = text.IndexOf(end, _at);
        if (close < 0)
        {
            throw Wrong(end.ToString());
        }

        var inner = text[_at..close];
        _at = close + 1;
        return inner;
    }

    private bool Takes(char expected)
    {
        Skip();
        if (_at >= text.Length || text[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char expected)
    {
        if (!Takes(expected))
        {
            throw Wrong(expected.ToString());
        }
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private FormatException Wrong(string expected) => new($"Expected {expected} at {_at} of the shape {text}");
}
