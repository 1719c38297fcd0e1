using System.Text.RegularExpressions;

namespace Pergola.Data.Fields.Computed.Sequences;

/// <summary>A text that is always the same.</summary>
internal sealed class TextPattern(string text) : SequencePattern
{
    public override int MaxLength => ScalarText.CountCharacters(text);

    public override string Expression => Regex.Escape(text);

    public override string Next(SequenceSource source) => text;
}
