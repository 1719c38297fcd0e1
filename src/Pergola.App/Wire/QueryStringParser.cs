using System.Globalization;
using Pergola.App.Routing;
using Pergola.Core.Errors;

namespace Pergola.App.Wire;

/// <summary>
/// Reads a query string or a form with bracket notation: <c>a=1</c>, <c>a[]=1</c>, <c>a[0]=1</c>, <c>a[b][c]=1</c>, repeated
/// names. Its limits are checked before anything is built, so that no text is worth more memory than its own length.
/// </summary>
internal static class QueryStringParser
{
    public const int MaxParameters = 1_000;
    public const int MaxIndex = 1_000;
    public const int MaxLevels = 32;

    /// <exception cref="BadRequestException">A limit is exceeded; the message names the parameter.</exception>
    public static QueryTree Parse(ReadOnlySpan<char> text)
    {
        var root = new QueryNode();
        var count = 0;
        foreach (var range in text.Split('&'))
        {
            var part = text[range];
            if (part.IsEmpty)
            {
                continue;
            }

            var equals = part.IndexOf('=');
            var name = Decode(equals < 0 ? part : part[..equals]);
            if (++count > MaxParameters)
            {
                throw new BadRequestException(
                    "More than {max} parameters; {name} is one too many",
                    [("max", MaxParameters.ToString(CultureInfo.InvariantCulture)), ("name", Short(name))],
                    Short(name)
                );
            }

            var node = Descend(root, name);
            var value = equals < 0 ? null : Decode(part[(equals + 1)..]);
            if (node.HasChildren)
            {
                node.Push().Text = value;
            }
            else
            {
                node.Text = value;
            }
        }

        return new QueryTree(root);
    }

    /// <summary>The array index a key stands for, -1 when it is a name.</summary>
    public static int IndexOf(ReadOnlySpan<char> key) =>
        key.Length is > 0 and < 9 && !key.ContainsAnyExceptInRange('0', '9') && (key.Length == 1 || key[0] != '0')
            ? int.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture)
            : -1;

    private static QueryNode Descend(QueryNode root, string name)
    {
        var bracket = name.IndexOf('[');
        if (bracket <= 0 || !name.EndsWith(']'))
        {
            return Last(root, name);
        }

        CheckLimits(name, bracket);
        var node = root.Child(name[..bracket]);
        var at = bracket;
        while (at < name.Length && name[at] == '[')
        {
            var end = name.IndexOf(']', at);
            var key = name[(at + 1)..end];
            var isLast = end == name.Length - 1 || name[end + 1] != '[';
            if (node.Text is not null)
            {
                node.BecomeList();
            }

            node =
                key.Length == 0 ? node.Push()
                : isLast ? Last(node, key)
                : node.Child(key);
            at = end + 1;
        }

        return node;
    }

    /// <summary>The place of a value: a name that came before becomes a list.</summary>
    private static QueryNode Last(QueryNode parent, string key)
    {
        var node = parent.Child(key);
        if (node.Text is null)
        {
            return node;
        }

        node.BecomeList();
        return node;
    }

    private static void CheckLimits(string name, int bracket)
    {
        var levels = 1;
        var at = bracket;
        while (at < name.Length && name[at] == '[')
        {
            var end = name.IndexOf(']', at);
            var key = name.AsSpan(at + 1, end - at - 1);
            if (++levels > MaxLevels)
            {
                throw new BadRequestException(
                    "Parameter {name} is nested {max} levels deep or more",
                    [("name", Short(name)), ("max", MaxLevels.ToString(CultureInfo.InvariantCulture))],
                    Short(name)
                );
            }

            if (!key.IsEmpty && !key.ContainsAnyExceptInRange('0', '9') && (key.Length > 8 || IndexOf(key) >= MaxIndex))
            {
                throw new BadRequestException(
                    "Parameter {name} has an array index of {max} or more",
                    [("name", Short(name)), ("max", MaxIndex.ToString(CultureInfo.InvariantCulture))],
                    Short(name)
                );
            }

            at = end + 1;
        }
    }

    private static string Short(string name) => name.Length <= 80 ? name : name[..80] + "…";

    private static string Decode(ReadOnlySpan<char> text) => PercentText.Decode(text, plusIsSpace: true);
}
