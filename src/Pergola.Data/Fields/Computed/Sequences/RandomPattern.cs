using System.Text.RegularExpressions;
using Pergola.Core.Ids;

namespace Pergola.Data.Fields.Computed.Sequences;

/// <summary>Random characters of an alphabet.</summary>
internal sealed class RandomPattern(string alphabet, int length) : SequencePattern
{
    public override int MaxLength => length;

    public override string Expression =>
        "(?:" + string.Join('|', alphabet.Select(c => Regex.Escape(c.ToString()))) + $"){{{length}}}";

    /// <summary>The characters that a name in the option <c>charsets</c> stands for.</summary>
    public static string? Alphabet(string? charset) =>
        charset switch
        {
            "number" => "0123456789",
            "lowercase" => "abcdefghijklmnopqrstuvwxyz",
            "uppercase" => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "symbol" => "!@#$%^&*_-+",
            _ => null,
        };

    public override string Next(SequenceSource source) => RandomText.From(alphabet, length);
}
