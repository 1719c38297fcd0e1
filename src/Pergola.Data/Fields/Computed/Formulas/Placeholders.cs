namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>Placeholders of formulas: <c>{{field}}</c>.</summary>
internal static class Placeholders
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>Reads the placeholder that begins at a position, and moves the position behind it.</summary>
    public static bool TryRead(string text, ref int position, out string name)
    {
        name = string.Empty;
        if (string.CompareOrdinal(text, position, Open, 0, Open.Length) != 0)
        {
            return false;
        }

        var start = position + Open.Length;
        var end = text.IndexOf(Close, start, StringComparison.Ordinal);
        if (end < 0 || text.AsSpan(start, end - start).Trim().IsEmpty)
        {
            return false;
        }

        name = text[start..end].Trim();
        position = end + Close.Length;
        return true;
    }

    /// <summary>A text as literals and placeholders in their order.</summary>
    public static TemplateNode ReadTemplate(string text, ISet<string> names)
    {
        var parts = new List<FormulaNode>();
        var literal = 0;
        for (var position = text.IndexOf(Open, StringComparison.Ordinal); position >= 0; )
        {
            var start = position;
            if (!TryRead(text, ref position, out var name))
            {
                position = text.IndexOf(Open, start + 1, StringComparison.Ordinal);
                continue;
            }

            parts.Add(new LiteralNode(text[literal..start]));
            parts.Add(new OperandNode(name));
            names.Add(name);
            literal = position;
            position = text.IndexOf(Open, position, StringComparison.Ordinal);
        }

        parts.Add(new LiteralNode(text[literal..]));
        return new TemplateNode(parts);
    }
}
