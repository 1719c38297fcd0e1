using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Validation;

/// <summary>A rule that a value breaks: the text after the field's title, with its arguments.</summary>
internal sealed record BrokenRule(string Text, IReadOnlyList<ErrorArgument> Arguments)
{
    public static BrokenRule Of(string text, params ErrorArgument[] arguments) => new(text, arguments);
}

/// <summary>One rule with its arguments: null when the value keeps it.</summary>
internal delegate BrokenRule? RuleCheck(JsonElement value);

/// <summary>The rules of one field.</summary>
internal sealed class FieldValidation(Field field, bool isRequired, bool isText, IReadOnlyList<RuleCheck> checks)
{
    public Field Field { get; } = field;

    /// <summary>Reads <c>{"type":…,"rules":[{"name":…,"args":…}]}</c>; null when it holds no rule.</summary>
    public static FieldValidation? Parse(Field field, JsonElement option)
    {
        var type = option.Text("type") ?? "any";
        var isRequired = false;
        var checks = new List<RuleCheck>();
        var rules = option.Get("rules") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().ToList()
            : [];
        var names = rules.Select(r => r.Text("name")).ToHashSet(StringComparer.Ordinal);
        if (rules.Count > 0 && field is ColumnField)
        {
            checks.AddRange(TypeChecks(type, names));
        }

        foreach (var rule in rules)
        {
            var name = rule.Text("name") ?? string.Empty;
            isRequired |= name == "required";
            if (field is ColumnField && RuleFamilies.Find(type, name, new RuleArguments(rule)) is { } check)
            {
                checks.Add(check);
            }
        }

        return rules.Count == 0 ? null : new FieldValidation(field, isRequired, type == "string", checks);
    }

    public void CheckInsert(JsonElement? value, Func<string, JsonElement?> given)
    {
        if (value is { } sent)
        {
            Check(sent);
            return;
        }

        if (isRequired && !HasValueOtherwise(given))
        {
            throw Broken(BrokenRule.Of("is required"));
        }
    }

    public void Check(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (isRequired)
            {
                throw Broken(BrokenRule.Of("is required"));
            }

            return;
        }

        if (value.ValueKind == JsonValueKind.String && value.ValueEquals(""))
        {
            if (isRequired)
            {
                throw Broken(BrokenRule.Of(isText ? "is not allowed to be empty" : "is required"));
            }

            return;
        }

        foreach (var check in checks)
        {
            if (check(value) is { } broken)
            {
                throw Broken(broken);
            }
        }
    }

    /// <summary>A default fills a column, and a key attribute says the same as its association.</summary>
    private bool HasValueOtherwise(Func<string, JsonElement?> given) =>
        Field switch
        {
            ColumnField column => column.DefaultValue is not null,
            BelongsTo relation => given(relation.ForeignKey.Name) is { ValueKind: not JsonValueKind.Null },
            _ => false,
        };

    private static IEnumerable<RuleCheck> TypeChecks(string type, HashSet<string?> names) =>
        type switch
        {
            "number" =>
            [
                NumberRules.IsNumber,
                .. names.Contains("unsafe") ? Array.Empty<RuleCheck>() : [NumberRules.IsSafe],
            ],
            "date" when names.Any(n => n is not "required") => [DateRules.IsDate],
            _ => [],
        };

    private ValidationException Broken(BrokenRule rule) =>
        new(
            "{collection}: {field} " + rule.Text,
            [("collection", Field.Collection.Title), ("field", Field.Title), .. rule.Arguments],
            Field.Name
        );
}
