namespace Pergola.Data.Validation;

/// <summary>Finds the check of a rule by validation type and name.</summary>
internal static class RuleFamilies
{
    /// <summary>
    /// Null for a rule that has no check of its own (<c>required</c>, <c>unsafe</c>), that is unknown, or whose argument
    /// makes no sense: a stored definition must not make every write fail.
    /// </summary>
    public static RuleCheck? Find(string type, string name, RuleArguments arguments) =>
        type switch
        {
            "string" => TextRules.Find(name, arguments),
            "number" => NumberRules.Find(name, arguments),
            "date" => DateRules.Find(name, arguments),
            "array" => ArrayRules.Find(name, arguments),
            _ => null,
        };
}
