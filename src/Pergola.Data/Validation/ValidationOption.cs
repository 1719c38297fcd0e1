using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Validation;

/// <summary>
/// The option <c>validation</c> of a field before it is stored. A stored one that makes no sense restricts nothing; so that
/// nobody relies on it, it is not taken in the first place.
/// </summary>
public static class ValidationOption
{
    private static readonly HashSet<string> WithNumber =
    [
        "min",
        "max",
        "length",
        "greater",
        "less",
        "multiple",
        "precision",
    ];

    /// <exception cref="ValidationException">Not rules, a pattern that is none, or a limit that is no number.</exception>
    public static void Check(FieldDefinition definition)
    {
        if (definition.Options.Get("validation") is not { ValueKind: not JsonValueKind.Null } option)
        {
            return;
        }

        var rules = option.Get("rules");
        if (
            option.ValueKind != JsonValueKind.Object
            || rules is { ValueKind: not (JsonValueKind.Array or JsonValueKind.Null) }
        )
        {
            throw ValueErrors.Option(definition, "validation", "{field}: {option} must have a list of rules");
        }

        if (rules is not { ValueKind: JsonValueKind.Array } list)
        {
            return;
        }

        var type = option.Text("type") ?? "any";
        foreach (var rule in list.EnumerateArray())
        {
            var name = rule.ValueKind == JsonValueKind.Object ? rule.Text("name") : null;
            if (name is null)
            {
                throw ValueErrors.Option(definition, "validation", "{field}: every rule of {option} needs a name");
            }

            var needsArgument = type is "string" or "number" && (name == "pattern" || WithNumber.Contains(name));
            if (needsArgument && IsKnown(type, name) && RuleFamilies.Find(type, name, new RuleArguments(rule)) is null)
            {
                throw new ValidationException(
                    "{field}: the argument of rule {rule} makes no sense",
                    [("field", definition.Name), ("rule", name)],
                    definition.Name
                );
            }
        }
    }

    private static bool IsKnown(string type, string name) =>
        name switch
        {
            "length" or "pattern" => type == "string",
            "greater" or "less" or "multiple" or "precision" => type == "number",
            _ => true,
        };
}
