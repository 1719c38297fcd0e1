using System.Text.Json;

namespace Pergola.Data.Validation;

/// <summary>Rules of validation type <c>number</c>; numeric text counts as a number.</summary>
internal static class NumberRules
{
    public static RuleCheck? Find(string name, RuleArguments arguments) =>
        name switch
        {
            "min" => Limit(arguments, "must be greater than or equal to {limit}", order => order >= 0),
            "max" => Limit(arguments, "must be less than or equal to {limit}", order => order <= 0),
            "greater" => Limit(arguments, "must be greater than {limit}", order => order > 0),
            "less" => Limit(arguments, "must be less than {limit}", order => order < 0),
            "integer" => Check("must be an integer", number => number.IsInteger),
            "positive" => Check("must be a positive number", number => number.Approximate > 0),
            "negative" => Check("must be a negative number", number => number.Approximate < 0),
            "port" => Check("must be a valid port", number => number.AsCount is <= 65_535),
            "multiple" => Multiple(arguments),
            "precision" => Precision(arguments),
            _ => null,
        };

    public static BrokenRule? IsNumber(JsonElement value) =>
        RuleNumber.TryRead(value, out _) ? null : BrokenRule.Of("must be a number");

    public static BrokenRule? IsSafe(JsonElement value) =>
        RuleNumber.TryRead(value, out var number) && !number.IsSafe ? BrokenRule.Of("must be a safe number") : null;

    private static RuleCheck Check(string text, Func<RuleNumber, bool> isKept) =>
        value => RuleNumber.TryRead(value, out var number) && isKept(number) ? null : BrokenRule.Of(text);

    private static RuleCheck? Limit(RuleArguments arguments, string text, Func<int, bool> isKept)
    {
        if (arguments.Number("limit") is not { } limit)
        {
            return null;
        }

        return value =>
            RuleNumber.TryRead(value, out var number) && isKept(number.Order(limit))
                ? null
                : BrokenRule.Of(text, ("limit", limit.Text));
    }

    private static RuleCheck? Multiple(RuleArguments arguments)
    {
        if (arguments.Number("base") is not { } factor)
        {
            return null;
        }

        return value =>
            RuleNumber.TryRead(value, out var number) && number.IsMultipleOf(factor)
                ? null
                : BrokenRule.Of("must be a multiple of {multiple}", ("multiple", factor.Text));
    }

    private static RuleCheck? Precision(RuleArguments arguments)
    {
        if (arguments.Count("limit") is not { } limit)
        {
            return null;
        }

        return value =>
            RuleNumber.TryRead(value, out var number) && number.Decimals <= limit
                ? null
                : BrokenRule.Of("must not have more than {limit} decimal places", ("limit", $"{limit}"));
    }
}
