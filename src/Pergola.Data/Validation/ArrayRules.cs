using System.Text.Json;

namespace Pergola.Data.Validation;

/// <summary>Rules of validation type <c>array</c>.</summary>
internal static class ArrayRules
{
    public static RuleCheck? Find(string name, RuleArguments arguments) =>
        name switch
        {
            "min" => Count(arguments, "must contain at least {limit} items", (have, limit) => have >= limit),
            "max" => Count(
                arguments,
                "must contain less than or equal to {limit} items",
                (have, limit) => have <= limit
            ),
            "length" => Count(arguments, "must contain {limit} items", (have, limit) => have == limit),
            _ => null,
        };

    private static RuleCheck? Count(RuleArguments arguments, string text, Func<int, int, bool> isKept)
    {
        if (arguments.Count("limit") is not { } limit)
        {
            return null;
        }

        return value =>
            value.ValueKind != JsonValueKind.Array || isKept(value.GetArrayLength(), limit)
                ? null
                : BrokenRule.Of(text, ("limit", $"{limit}"));
    }
}
