using System.Globalization;
using System.Text;

namespace Pergola.App.Routing;

/// <summary>Percent-encoded text of URLs and forms.</summary>
internal static class PercentText
{
    /// <summary>Decodes once. What is not an escape stays as it is; bytes that are not UTF-8 become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<char> text, bool plusIsSpace)
    {
        if (!text.Contains('%') && !(plusIsSpace && text.Contains('+')))
        {
            return text.ToString();
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '+' && plusIsSpace)
            {
                bytes[length++] = (byte)' ';
            }
            else if (
                text[at] == '%'
                && at + 2 < text.Length
                && byte.TryParse(
                    text.Slice(at + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes[length++] = value;
                at += 2;
            }
            else
            {
                // Two halves of a surrogate pair must be encoded together.
                var take = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                length += Encoding.UTF8.GetBytes(text.Slice(at, take), bytes.AsSpan(length));
                at += take - 1;
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
