using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields.Text;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Computed.Sequences;

/// <summary>Reads one entry of the option <c>patterns</c>: <c>{"type":…,"options":{…}}</c>.</summary>
internal sealed class SequencePatternReader(FieldDefinition definition, int position, JsonElement pattern)
{
    private const string DefaultFormat = "YYYYMMDD";
    private const int DefaultRandomLength = 6;

    private readonly JsonElement _options = pattern.Get("options") ?? default;

    /// <exception cref="ValidationException">An option is missing or makes no sense; the message names the field.</exception>
    public SequencePattern Read() =>
        pattern.Text("type") switch
        {
            "string" => new TextPattern(_options.Text("value") is { Length: > 0 } value ? value : throw Wrong("value")),
            "integer" => ReadCounter(),
            "date" => new DatePattern(
                _options.Text("field") ?? "createdAt",
                _options.Text("format") is { Length: > 0 } format ? format : DefaultFormat
            ),
            "randomChar" => new RandomPattern(
                ReadAlphabet(),
                ReadNumber("length", DefaultRandomLength, 1, TextValues.DefaultLength)
            ),
            _ => throw Wrong("type"),
        };

    private CounterPattern ReadCounter()
    {
        var radix = ReadNumber("base", 10, CounterPattern.SmallestBase, CounterPattern.LargestBase);
        var digits = ReadNumber("digits", 1, 1, TextValues.DefaultLength);
        if (CounterPattern.CountNumbers(digits, radix) is not { } count)
        {
            throw Wrong("digits");
        }

        var start = ReadNumber("start", 0, 0, (int)Math.Min(count - 1, int.MaxValue));
        return new CounterPattern(ReadKey(), position, digits, radix, start, count);
    }

    /// <summary>A counter without a key is told by its position.</summary>
    private int ReadKey()
    {
        if (_options.Get("key") is not { } key)
        {
            return position;
        }

        return _options.Number("key")
            ?? (int.TryParse(_options.Text("key"), out var number) ? number : throw Wrong("key"));
    }

    private string ReadAlphabet()
    {
        if (_options.Get("charsets") is not { } charsets)
        {
            return RandomPattern.Alphabet("number")!;
        }

        if (charsets.ValueKind != JsonValueKind.Array || charsets.GetArrayLength() == 0)
        {
            throw Wrong("charsets");
        }

        var alphabets = charsets
            .EnumerateArray()
            .Select(c => c.ValueKind == JsonValueKind.String ? RandomPattern.Alphabet(c.GetString()) : null)
            .Distinct(StringComparer.Ordinal);
        return string.Concat(alphabets.Select(a => a ?? throw Wrong("charsets")));
    }

    private int ReadNumber(string option, int initial, int min, int max)
    {
        if (_options.Get(option) is null)
        {
            return initial;
        }

        return _options.Number(option) is { } number && number >= min && number <= max ? number : throw Wrong(option);
    }

    private ValidationException Wrong(string option) =>
        new(
            "{field}: {option} of pattern {pattern} is missing or makes no sense",
            [("field", definition.Name), ("option", option), ("pattern", (position + 1).ToString())],
            definition.Name
        );
}
