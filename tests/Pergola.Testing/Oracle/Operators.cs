using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pergola.Testing.Oracle;

/// <summary>The filter operators on one value.</summary>
internal static class Operators
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Truth Evaluate(string name, Subject subject, JsonElement operand, TimeSpan clientOffset) =>
        name switch
        {
            "$eq" => Eq(subject, operand),
            "$ne" or "$neq" => Ne(subject, operand),
            "$not" => Not(subject, operand),
            "$in" => In(subject, operand),
            "$notIn" => NotIn(subject, operand),
            "$not_in" or "$notin" => NotInPlain(subject, operand),
            "$is" => Is(subject, operand),
            "$gt" => Compare(subject, operand, order => order > 0),
            "$gte" => Compare(subject, operand, order => order >= 0),
            "$lt" => Compare(subject, operand, order => order < 0),
            "$lte" => Compare(subject, operand, order => order <= 0),
            "$between" => Between(subject, operand),
            "$notBetween" => !Between(subject, operand),
            "$empty" => IsEmpty(subject),
            "$notEmpty" => !IsEmpty(subject),
            "$exists" => subject.Value is not null,
            "$notExists" => subject.Value is null,
            "$includes" when operand.ValueKind == JsonValueKind.Null => subject.Value is null,
            "$notIncludes" when operand.ValueKind == JsonValueKind.Null => subject.Value is not null,
            "$includes" => Part(subject, operand, "%", "%"),
            "$notIncludes" => NotPart(subject, operand, "%", "%"),
            "$startsWith" => Part(subject, operand, "", "%"),
            "$notStartsWith" => NotPart(subject, operand, "", "%"),
            "$endWith" => Part(subject, operand, "%", ""),
            "$notEndWith" => NotPart(subject, operand, "%", ""),
            "$like" => Like(subject, operand, ignoreCase: false),
            "$notLike" => !Like(subject, operand, ignoreCase: false),
            "$iLike" => Like(subject, operand, ignoreCase: true),
            "$notILike" => !Like(subject, operand, ignoreCase: true),
            "$regexp" => Matches(subject, operand),
            "$notRegexp" => !Matches(subject, operand),
            "$isTruly" => IsTicked(subject, IsTrue(operand)),
            "$isFalsy" => IsTicked(subject, !IsTrue(operand)),
            "$match" => SetOperators.Match(subject, operand),
            "$notMatch" => !SetOperators.Match(subject, operand),
            "$anyOf" => SetOperators.AnyOf(subject, operand),
            "$noneOf" => SetOperators.NoneOf(subject, operand),
            "$contains" => SetOperators.Contains(subject, operand),
            "$arrayEmpty" => SetOperators.IsEmpty(subject),
            "$arrayNotEmpty" => !SetOperators.IsEmpty(subject),
            "$col" => SameColumn(subject, operand),
            ['$', 'd', 'a', 't', 'e', ..] => DateOracle.Evaluate(name, subject, operand, clientOffset),
            _ => throw new ArgumentException($"The oracle does not know {name}.", nameof(name)),
        };

    private static Truth Eq(Subject subject, JsonElement operand) =>
        operand.ValueKind switch
        {
            JsonValueKind.Null => subject.Value is null,
            JsonValueKind.Array => In(subject, operand),
            _ => Compare(subject, operand, order => order == 0),
        };

    private static Truth Ne(Subject subject, JsonElement operand) =>
        operand.ValueKind switch
        {
            JsonValueKind.Null => subject.Value is not null,
            JsonValueKind.Array => NotInPlain(subject, operand),
            _ => subject.Value is null ? Truth.Yes : Compare(subject, operand, order => order != 0),
        };

    private static Truth Not(Subject subject, JsonElement operand) =>
        operand.ValueKind switch
        {
            JsonValueKind.Null => subject.Value is not null,
            JsonValueKind.Array => NotInPlain(subject, operand),
            _ => Compare(subject, operand, order => order != 0),
        };

    /// <summary>Nothing equals NULL, so it counts neither as a value nor as an element.</summary>
    private static Truth In(Subject subject, JsonElement operand)
    {
        var elements = Elements(operand).Where(e => e.ValueKind != JsonValueKind.Null).ToList();
        return elements.Count == 0 ? Truth.No
            : subject.Value is null ? Truth.Unknown
            : elements.Any(element => Compare(subject, element, order => order == 0).Value is true);
    }

    private static Truth NotIn(Subject subject, JsonElement operand) =>
        operand.GetArrayLength() == 0 ? subject.Value is null
        : subject.Value is null ? Truth.Yes
        : NotInPlain(subject, operand);

    private static Truth NotInPlain(Subject subject, JsonElement operand) =>
        Elements(operand).All(e => e.ValueKind == JsonValueKind.Null)
            ? subject.Value is not null
            : !In(subject, operand);

    private static Truth Is(Subject subject, JsonElement operand) =>
        operand.ValueKind == JsonValueKind.Null
            ? subject.Value is null
            : subject.Value is bool value && value == operand.GetBoolean();

    private static Truth Between(Subject subject, JsonElement operand) =>
        Compare(subject, operand[0], order => order >= 0) & Compare(subject, operand[1], order => order <= 0);

    private static Truth Compare(Subject subject, JsonElement operand, Func<int, bool> holds)
    {
        if (operand.ValueKind == JsonValueKind.Null || subject.Value is not { } value)
        {
            return Truth.Unknown;
        }

        return Values.Compare(value, operand, subject.Field.Kind) is { } order ? holds(order) : Truth.Unknown;
    }

    private static Truth IsEmpty(Subject subject) =>
        subject.IsDocument
            ? subject.Value is null
            : subject.Field.Kind switch
            {
                FieldKind.String => subject.Value is null or "",
                FieldKind.Strings => SetOperators.IsEmpty(subject),
                _ => subject.Value is null,
            };

    private static Truth Part(Subject subject, JsonElement operand, string before, string after)
    {
        var patterns = Elements(operand).Select(e => before + LikeText.Escape(Values.TextOf(e)) + after).ToList();
        return patterns.Count == 0 ? Truth.No
            : subject.Text is not { } text ? Truth.Unknown
            : patterns.Any(pattern => LikeText.IsMatch(text, pattern, ignoreCase: true));
    }

    private static Truth NotPart(Subject subject, JsonElement operand, string before, string after) =>
        operand.ValueKind == JsonValueKind.Array && operand.GetArrayLength() == 0
            ? subject.Value is not null
            : !Part(subject, operand, before, after);

    private static Truth Like(Subject subject, JsonElement operand, bool ignoreCase) =>
        subject.Text is { } text ? LikeText.IsMatch(text, Values.TextOf(operand), ignoreCase) : Truth.Unknown;

    /// <summary>
    /// As PostgreSQL has it: <c>.</c> stands for a line break too, <c>$</c> for the very end.
    /// </summary>
    private static Truth Matches(Subject subject, JsonElement operand)
    {
        if (subject.Text is not { } text)
        {
            return Truth.Unknown;
        }

        var pattern = operand.GetString()!;
        pattern = pattern.EndsWith('$') ? pattern[..^1] + "\\z" : pattern;
        return Regex.IsMatch(text, pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant, Patience);
    }

    private static bool IsTrue(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.True
        || (operand.ValueKind == JsonValueKind.String && operand.ValueEquals("true"));

    /// <summary>A box that was never touched is not ticked.</summary>
    private static Truth IsTicked(Subject subject, bool ticked) =>
        subject.Value is bool value ? value == ticked
        : ticked ? Truth.Unknown
        : Truth.Yes;

    private static Truth SameColumn(Subject subject, JsonElement operand)
    {
        var other = subject.Collection.Field(operand.GetString()!)!;
        return subject.Value is { } left && subject.Record?[other.Name] is { } right
            ? Values.Order(left, right) == 0
            : Truth.Unknown;
    }

    private static IEnumerable<JsonElement> Elements(JsonElement operand) =>
        operand.ValueKind switch
        {
            JsonValueKind.Array => operand.EnumerateArray(),
            JsonValueKind.Null => [],
            _ => [operand],
        };
}
