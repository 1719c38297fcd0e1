using System.Text;

namespace Pergola.Data.Fields.Computed.Formulas;

internal enum FormulaTokenKind
{
    End,
    Number,
    Text,

    /// <summary>A placeholder; the text is the name of the field.</summary>
    Operand,
    Name,
    Symbol,
}

/// <param name="Position">Where it begins, counted from 1.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Position);

/// <summary>Takes the text of an expression apart.</summary>
internal sealed class FormulaLexer(string text)
{
    private static readonly string[] Symbols =
    [
        .. new[] { "===", "!==", "==", "!=", "<=", ">=", "&&", "||" },
        .. "+-*/%^()<>!?:,".Select(c => c.ToString()),
    ];

    private int _next;

    /// <exception cref="FormulaSyntaxException">Nothing of a formula begins here.</exception>
    public FormulaToken Next()
    {
        while (_next < text.Length && char.IsWhiteSpace(text[_next]))
        {
            _next++;
        }

        if (_next == text.Length)
        {
            return new FormulaToken(FormulaTokenKind.End, string.Empty, _next + 1);
        }

        var start = _next;
        var first = text[start];
        if (Placeholders.TryRead(text, ref _next, out var name))
        {
            return new FormulaToken(FormulaTokenKind.Operand, name, start + 1);
        }

        if (first is '"' or '\'')
        {
            return new FormulaToken(FormulaTokenKind.Text, ReadText(first), start + 1);
        }

        if (char.IsAsciiDigit(first) || (first == '.' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])))
        {
            SkipNumber();
            return new FormulaToken(FormulaTokenKind.Number, text[start.._next], start + 1);
        }

        if (char.IsLetter(first) || first == '_')
        {
            Skip(c => char.IsLetterOrDigit(c) || c is '_' or '.');
            return new FormulaToken(FormulaTokenKind.Name, text[start.._next], start + 1);
        }

        var symbol =
            Array.Find(Symbols, s => string.CompareOrdinal(text, start, s, 0, s.Length) == 0)
            ?? throw new FormulaSyntaxException(start + 1);
        _next += symbol.Length;
        return new FormulaToken(FormulaTokenKind.Symbol, symbol, start + 1);
    }

    private void SkipNumber()
    {
        Skip(char.IsAsciiDigit);
        if (_next < text.Length && text[_next] == '.')
        {
            _next++;
            Skip(char.IsAsciiDigit);
        }

        if (_next >= text.Length || text[_next] is not ('e' or 'E'))
        {
            return;
        }

        var digits = _next + 1;
        if (digits < text.Length && text[digits] is '+' or '-')
        {
            digits++;
        }

        if (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            _next = digits;
            Skip(char.IsAsciiDigit);
        }
    }

    private void Skip(Func<char, bool> belongs)
    {
        while (_next < text.Length && belongs(text[_next]))
        {
            _next++;
        }
    }

    private string ReadText(char quote)
    {
        var start = _next++;
        var read = new StringBuilder();
        while (_next < text.Length && text[_next] != quote)
        {
            if (text[_next] == '\\' && _next + 1 < text.Length)
            {
                _next++;
                read.Append(
                    text[_next] switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        var other => other,
                    }
                );
            }
            else
            {
                read.Append(text[_next]);
            }

            _next++;
        }

        if (_next == text.Length)
        {
            throw new FormulaSyntaxException(start + 1);
        }

        _next++;
        return read.ToString();
    }
}
