namespace Pergola.ArchitectureTests.Sources;

/// <summary>Blanks what is not code, so that a rule's pattern cannot be met by a comment or a text.</summary>
internal sealed class CSharpText
{
    private readonly string _source;
    private readonly char[] _code;

    private CSharpText(string source)
    {
        _source = source;
        _code = source.ToCharArray();
    }

    /// <summary>The source with comments and literals turned to blanks; lines stay where they are.</summary>
    public static string CodeOnly(string source)
    {
        var text = new CSharpText(source);
        for (var i = 0; i < source.Length; )
        {
            i = text.Skip(i);
        }

        return new string(text._code);
    }

    /// <summary>The position after the comment or literal that begins here, or after this one character.</summary>
    private int Skip(int start)
    {
        if (At(start, "//"))
        {
            return Blank(start, LineEnd(start));
        }

        if (At(start, "/*"))
        {
            return Blank(start, After("*/", start + 2));
        }

        if (_source[start] is '\'')
        {
            return Blank(start, QuoteEnd(start + 1, '\'', escapes: true, holes: 0));
        }

        var quote = start;
        while (quote < _source.Length && _source[quote] is '$' or '@')
        {
            quote++;
        }

        return quote < _source.Length && _source[quote] is '"' ? Blank(start, StringEnd(start, quote)) : start + 1;
    }

    private int StringEnd(int start, int quote)
    {
        var prefix = _source.AsSpan(start, quote - start);
        var quotes = Run('"', quote);
        if (quotes >= 3)
        {
            return After(new string('"', quotes), quote + quotes);
        }

        return QuoteEnd(quote + 1, '"', escapes: !prefix.Contains('@'), holes: prefix.Count('$'));
    }

    private int QuoteEnd(int i, char quote, bool escapes, int holes)
    {
        while (i < _source.Length)
        {
            if (_source[i] == quote)
            {
                // A doubled quote stands for itself in verbatim text.
                if (escapes || !At(i + 1, "\""))
                {
                    return i + 1;
                }

                i += 2;
            }
            else if (escapes && _source[i] is '\\')
            {
                i += 2;
            }
            else if (holes > 0 && _source[i] is '{')
            {
                i = At(i + 1, "{") ? i + 2 : HoleEnd(i + 1);
            }
            else
            {
                i++;
            }
        }

        return _source.Length;
    }

    private int HoleEnd(int i)
    {
        for (var depth = 1; i < _source.Length && depth > 0; )
        {
            depth += _source[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            i = Skip(i);
        }

        return i;
    }

    private bool At(int i, string text) => string.CompareOrdinal(_source, i, text, 0, text.Length) == 0;

    private int Run(char c, int i)
    {
        var end = i;
        while (end < _source.Length && _source[end] == c)
        {
            end++;
        }

        return end - i;
    }

    private int LineEnd(int i) => _source.IndexOf('\n', i) is var end and >= 0 ? end : _source.Length;

    private int After(string text, int i) =>
        i < _source.Length && _source.IndexOf(text, i, StringComparison.Ordinal) is var found and >= 0
            ? found + text.Length
            : _source.Length;

    private int Blank(int start, int end)
    {
        for (var i = start; i < end && i < _code.Length; i++)
        {
            if (_code[i] is not '\n')
            {
                _code[i] = ' ';
            }
        }

        return end;
    }
}
