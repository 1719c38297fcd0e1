using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.Data.Fields;
using Pergola.Data.Sql;

namespace Pergola.Data.Operators;

/// <summary>
/// Parts of text and patterns. Of several operands any may match (none, for the negative operators). Rows where the field is
/// NULL never match.
/// </summary>
internal static class TextOperators
{
    /// <summary>More operands than this exceed what databases take in one expression.</summary>
    private const int MaxOperands = 500;

    private const int MaxPatternLength = 1000;
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    /// <summary>Databases have expressions that take them minutes; nobody waits that long, and everybody would.</summary>
    private static readonly TimeSpan SearchLimit = TimeSpan.FromSeconds(5);

    public static readonly IReadOnlyList<FilterOperator> All =
    [
        new("$includes", context => IsNullOperand(context) ? Conditions.IsNull(context) : Part(context, "%", "%")),
        new(
            "$notIncludes",
            context => IsNullOperand(context) ? Conditions.IsNotNull(context) : NotPart(context, "%", "%")
        ),
        new("$startsWith", context => Part(context, "", "%")),
        new("$notStartsWith", context => NotPart(context, "", "%")),
        new("$endWith", context => Part(context, "%", "")),
        new("$notEndWith", context => NotPart(context, "%", "")),
        new("$like", context => Like(context, "", "")),
        .. Spellings.Of("notLike", context => Conditions.Not(Like(context, "", ""))),
        .. Spellings.Of("iLike", LikeIgnoringCase),
        .. Spellings.Of("notILike", context => Conditions.Not(LikeIgnoringCase(context))),
        new("$substring", context => Like(context, "%", "%")),
        .. Spellings.OthersOf("startsWith", context => Like(context, "", "%")),
        .. Spellings.Of("endsWith", context => Like(context, "%", "")),
        new("$regexp", context => Matches(context, ignoreCase: false)),
        .. Spellings.Of("notRegexp", context => Conditions.Not(Matches(context, ignoreCase: false))),
        .. Spellings.Of("iRegexp", context => Matches(context, ignoreCase: true)),
        .. Spellings.Of("notIRegexp", context => Conditions.Not(Matches(context, ignoreCase: true))),
    ];

    private static bool IsNullOperand(OperatorContext context) => context.Operand.ValueKind == JsonValueKind.Null;

    private static ConditionWriter Part(OperatorContext context, string before, string after)
    {
        var parts = ReadTexts(context).ConvertAll(text => before + Escape(text) + after);
        return parts.Count == 0 ? Conditions.Never : AnyLike(context, parts);
    }

    private static ConditionWriter NotPart(OperatorContext context, string before, string after)
    {
        var parts = ReadTexts(context).ConvertAll(text => before + Escape(text) + after);
        return parts.Count == 0 ? Conditions.IsNotNull(context) : Conditions.Not(AnyLike(context, parts));
    }

    private static ConditionWriter AnyLike(OperatorContext context, List<string> patterns)
    {
        var subject = SubjectOf(context);
        return (sql, column) =>
        {
            var text = subject.Text(sql, column);
            sql.Append('(')
                .Join(
                    " OR ",
                    patterns,
                    (inner, pattern) =>
                        inner.Append(inner.Dialect.Text.LikeIgnoringCase(text, inner.Marker(pattern, Subject.TextType)))
                )
                .Append(')');
        };
    }

    private static ConditionWriter Like(OperatorContext context, string before, string after)
    {
        var pattern = before + ReadPattern(context) + after;
        CheckLike(context, pattern);
        var subject = SubjectOf(context);
        return (sql, column) => sql.Append(sql.Dialect.Text.Like(subject.Text(sql, column), Bind(sql, pattern)));
    }

    private static ConditionWriter LikeIgnoringCase(OperatorContext context)
    {
        var pattern = ReadPattern(context);
        CheckLike(context, pattern);
        var subject = SubjectOf(context);
        return (sql, column) =>
            sql.Append(sql.Dialect.Text.LikeIgnoringCase(subject.Text(sql, column), Bind(sql, pattern)));
    }

    private static ConditionWriter Matches(OperatorContext context, bool ignoreCase)
    {
        var subject = SubjectOf(context);
        if (!subject.IsText)
        {
            throw context.NotApplicable();
        }

        var pattern = ReadPattern(context);
        CheckRegex(context, pattern);
        return (sql, column) =>
        {
            sql.LimitTime(SearchLimit);
            sql.Append(sql.Dialect.Text.Matches(subject.Text(sql, column), Bind(sql, pattern), ignoreCase));
        };
    }

    private static string Bind(SqlWriter sql, string pattern) => sql.Marker(pattern, Subject.TextType);

    private static Subject SubjectOf(OperatorContext context)
    {
        var subject = new Subject(context.Path);
        return !subject.IsDocument && subject.Type.Kind == ColumnKind.Bytes ? throw context.NotApplicable() : subject;
    }

    private static List<string> ReadTexts(OperatorContext context)
    {
        if (context.Operand.ValueKind != JsonValueKind.Array)
        {
            return [ReadText(context, context.Operand)];
        }

        return context.Operand.GetArrayLength() <= MaxOperands
            ? [.. context.Operand.EnumerateArray().Select(element => ReadText(context, element))]
            : throw context.Invalid("{operator} on {field} has too many values");
    }

    private static string ReadText(OperatorContext context, JsonElement operand) =>
        operand.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? ScalarText.Of(operand, context.Path.ToString())!
            : throw context.Invalid("{operator} on {field} needs a text");

    private static string ReadPattern(OperatorContext context)
    {
        var pattern = ReadText(context, context.Operand);
        return pattern.Length <= MaxPatternLength
            ? pattern
            : throw context.Invalid("{operator} on {field} has a pattern that is too long");
    }

    /// <summary>Makes the wildcards of LIKE and its escape character ordinary characters.</summary>
    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>A pattern must not end within an escape.</summary>
    private static void CheckLike(OperatorContext context, string pattern)
    {
        var backslashes = pattern.Length - pattern.TrimEnd('\\').Length;
        if (backslashes % 2 == 1)
        {
            throw context.Invalid("{operator} on {field} has an invalid pattern");
        }
    }

    /// <summary>
    /// What looks around, refers back or counts into the thousands is refused: time for it can double with each character.
    /// </summary>
    private static void CheckRegex(OperatorContext context, string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking, MatchLimit);
        }
        catch (NotSupportedException)
        {
            throw context.Invalid("{operator} on {field} has a pattern that takes too long");
        }
        catch (ArgumentException)
        {
            throw context.Invalid("{operator} on {field} has an invalid pattern");
        }
    }
}
