using System.Buffers;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;

namespace Pergola.App.Wire;

/// <summary>JSON from outside: what is wrong with it is told by position, never in the words of a parser.</summary>
internal static class JsonInput
{
    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("89abcdefABCDEF"u8);

    /// <summary>Parses a parameter into an element that outlives its document.</summary>
    /// <exception cref="BadRequestException">Not JSON, too deep, or with half a surrogate pair in it.</exception>
    public static JsonElement ParseParameter(string name, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, JsonText.Document);
            if (text.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            {
                CheckTexts(document.RootElement);
            }

            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new BadRequestException(
                "Parameter {name} is not valid JSON, or nested more than {depth} levels deep (near character {position})",
                [("name", name), ("depth", JsonText.MaxDepth.ToString()), ("position", Position(failure))],
                name,
                failure
            );
        }
    }

    /// <summary>A record key from a path: JSON of several parts, else text as it is.</summary>
    public static JsonElement ParseKey(string name, string text) =>
        text is ['{' or '[', ..] ? ParseParameter(name, text) : JsonSerializer.SerializeToElement(text);

    /// <summary>Parses a body; the document refers to the bytes.</summary>
    /// <exception cref="BadRequestException">Not JSON, too deep, or with half a surrogate pair in it.</exception>
    public static JsonDocument ParseBody(ReadOnlyMemory<byte> bytes)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(bytes, JsonText.Document);
            if (MayHoldSurrogates(bytes.Span))
            {
                CheckTexts(document.RootElement);
            }

            return document;
        }
        catch (JsonException failure)
        {
            document?.Dispose();
            throw new BadRequestException(
                "The request body is not valid JSON, or nested more than {depth} levels deep (line {line}, byte {position})",
                [
                    ("depth", JsonText.MaxDepth.ToString()),
                    ("line", ((failure.LineNumber ?? 0) + 1).ToString()),
                    ("position", Position(failure)),
                ],
                inner: failure
            );
        }
    }

    private static string Position(JsonException failure) => ((failure.BytePositionInLine ?? 0) + 1).ToString();

    private static bool MayHoldSurrogates(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf("\\u"u8) is var at and >= 0)
        {
            bytes = bytes[(at + 2)..];
            if (bytes is [(byte)'d' or (byte)'D', var second, ..] && Hexadecimal.Contains(second))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Half a surrogate pair is valid JSON but no text; reading it later would fail far from here.</summary>
    private static void CheckTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(element);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    CheckTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    CheckName(property);
                    CheckTexts(property.Value);
                }

                break;
            default:
                break;
        }
    }

    private static void CheckText(JsonElement element)
    {
        try
        {
            element.GetString();
        }
        catch (InvalidOperationException failure)
        {
            throw new JsonException("Half a surrogate pair", failure);
        }
    }

    private static void CheckName(JsonProperty property)
    {
        try
        {
            _ = property.Name;
        }
        catch (InvalidOperationException failure)
        {
            throw new JsonException("Half a surrogate pair", failure);
        }
    }
}
