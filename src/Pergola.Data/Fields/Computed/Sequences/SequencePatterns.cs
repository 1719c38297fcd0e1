using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Computed.Sequences;

/// <summary>The pieces that the text of a sequence is joined from.</summary>
internal sealed class SequencePatterns
{
    private const int MostPatterns = 100;

    private readonly IReadOnlyList<SequencePattern> _patterns;
    private readonly Regex _fitting;

    private SequencePatterns(IReadOnlyList<SequencePattern> patterns)
    {
        _patterns = patterns;
        Counters = [.. patterns.OfType<CounterPattern>()];
        _fitting = new Regex(
            @"\A" + string.Concat(patterns.Select(p => p.Expression)) + @"\z",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
            Regex.InfiniteMatchTimeout
        );
    }

    public IReadOnlyList<CounterPattern> Counters { get; }

    public int MaxLength => _patterns.Sum(p => p.MaxLength);

    /// <exception cref="ValidationException">The option <c>patterns</c> cannot be read; the message names the field.</exception>
    public static SequencePatterns Parse(FieldDefinition definition)
    {
        if (
            definition.Options.Get("patterns") is not { ValueKind: JsonValueKind.Array } patterns
            || patterns.GetArrayLength() == 0
        )
        {
            throw new ValidationException(
                "at least one pattern should be defined for sequence type",
                field: definition.Name
            );
        }

        if (patterns.GetArrayLength() > MostPatterns)
        {
            throw ValueErrors.Option(definition, "patterns", "{field}: {option} has more than 100 entries");
        }

        return new SequencePatterns([
            .. patterns.EnumerateArray().Select((p, index) => new SequencePatternReader(definition, index, p).Read()),
        ]);
    }

    public string Next(SequenceSource source) => string.Concat(_patterns.Select(p => p.Next(source)));

    /// <summary>The parts of a text that fits, null when it does not.</summary>
    public Match? Fit(string text) => _fitting.Match(text) is { Success: true } match ? match : null;
}
