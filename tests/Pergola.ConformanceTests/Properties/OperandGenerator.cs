using System.Text.Json;
using Pergola.Testing.Oracle;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Operators that fit a field, with operands that occur in the data or nearly do.</summary>
internal sealed class OperandGenerator(Chance chance)
{
    private static readonly string[] Equalities = ["$eq", "$eq", "$ne", "$neq", "$not", "$in", "$notIn", "$not_in"];
    private static readonly string[] Orders = ["$gt", "$gte", "$lt", "$lte", "$between", "$notBetween"];
    private static readonly string[] Existence =
    [
        "$empty",
        "$notEmpty",
        "$exists",
        "$notExists",
        "$eq",
        "$ne",
        "$not",
        "$is",
    ];

    private static readonly string[] Parts =
    [
        "$includes",
        "$notIncludes",
        "$startsWith",
        "$notStartsWith",
        "$endWith",
        "$notEndWith",
    ];

    private static readonly string[] Patterns = ["$like", "$notLike", "$iLike", "$notILike"];
    private static readonly string[] Expressions =
    [
        "^a",
        "b$",
        "[A-Z]",
        "a.*b",
        "^$",
        "ä",
        "x|ab",
        "(a|b)+$",
        "\\\\",
        "^\\s",
        "[^a]",
    ];

    private static readonly string[] Dates =
    [
        "$dateOn",
        "$dateNotOn",
        "$dateBefore",
        "$dateNotBefore",
        "$dateAfter",
        "$dateNotAfter",
        "$dateBetween",
    ];

    private static readonly string[] Sets =
    [
        "$match",
        "$notMatch",
        "$anyOf",
        "$noneOf",
        "$contains",
        "$arrayEmpty",
        "$arrayNotEmpty",
    ];

    /// <summary>Operator, operand, and the place within a document (empty for other fields).</summary>
    public (string Operator, object? Operand, string[] Place) Make(OracleField field, OracleCollection collection)
    {
        if (field.Kind == FieldKind.Document)
        {
            return chance.Percent(20) ? WithoutOperand() : InDocument();
        }

        if (chance.Percent(15))
        {
            return field.Kind == FieldKind.Strings
                ? (chance.Of("$empty", "$notEmpty", "$exists"), true, [])
                : WithoutOperand();
        }

        return field.Kind switch
        {
            FieldKind.Strings => OnSet(),
            FieldKind.Boolean => OnBoolean(),
            FieldKind.Instant or FieldKind.Wall or FieldKind.Day or FieldKind.Unix when chance.Percent(70) => OnDate(
                field,
                collection
            ),
            FieldKind.String or FieldKind.Text when chance.Percent(60) => OnText(field, collection),
            FieldKind.Integer or FieldKind.BigInt or FieldKind.Decimal or FieldKind.Day when chance.Percent(10) => (
                chance.Of(Parts),
                chance.Of("1", "9", "0", "-", "2024", ".5"),
                []
            ),
            FieldKind.Uuid => Comparison(chance.Of(Equalities), field, collection),
            _ => Comparison(chance.Of([.. Equalities, .. Orders]), field, collection),
        };
    }

    private (string, object?, string[]) WithoutOperand()
    {
        var name = chance.Of(Existence);
        return (name, name is "$eq" or "$ne" or "$not" or "$is" ? null : true, []);
    }

    private (string, object?, string[]) Comparison(string name, OracleField field, OracleCollection collection)
    {
        object? operand = name switch
        {
            "$between" or "$notBetween" => new[] { One(), One() },
            "$in" or "$notIn" or "$not_in" => chance.Several(3, One),
            "$eq" or "$ne" or "$not" when chance.Percent(15) => chance.Several(3, One),
            _ => One(),
        };
        return (name, operand, []);

        object? One() => JsonForms.Write(Taken(field, collection), Stored(field.Kind));
    }

    /// <summary>Plain operators on seconds since 1970 take the stored number.</summary>
    private static FieldKind Stored(FieldKind kind) => kind == FieldKind.Unix ? FieldKind.BigInt : kind;

    private (string, object?, string[]) OnText(OracleField field, OracleCollection collection)
    {
        if (chance.Percent(15))
        {
            return (chance.Of("$regexp", "$notRegexp"), chance.Of(Expressions), []);
        }

        if (chance.Percent(25))
        {
            return (chance.Of(Patterns), Pattern(field, collection), []);
        }

        object? operand =
            chance.Percent(20) ? chance.Several(3, () => Part(field, collection))
            : chance.Percent(10) ? 1
            : Part(field, collection);
        var name = chance.Of(Parts);
        return name is "$includes" or "$notIncludes" && chance.Percent(5) ? (name, null, []) : (name, operand, []);
    }

    private string Part(OracleField field, OracleCollection collection)
    {
        var runes = ((string)Taken(field, collection)).EnumerateRunes().ToList();
        var part = string.Concat(runes.Skip(chance.Below(runes.Count + 1)).Take(chance.Between(1, 3)));
        part = chance.Percent(30) ? part.ToUpperInvariant() : part;
        return part.StartsWith("{{", StringComparison.Ordinal) ? "a" : part;
    }

    private string Pattern(OracleField field, OracleCollection collection)
    {
        var part = Part(field, collection);
        var pattern = chance.Of("", "%", "_") + part + chance.Of("", "%", "_", "%_");
        // A pattern must not end within an escape.
        return pattern.EndsWith('\\') ? pattern + "%" : pattern;
    }

    private (string, object?, string[]) OnDate(OracleField field, OracleCollection collection)
    {
        var name = chance.Of(Dates);
        return (name, DateTexts.Operand(name, Taken(field, collection), chance), []);
    }

    private (string, object?, string[]) OnBoolean() =>
        chance.Below(3) switch
        {
            0 => (chance.Of("$isTruly", "$isFalsy"), chance.Of<object?>(true, false, "true", "false"), []),
            1 => ("$is", chance.Percent(50), []),
            _ => (chance.Of("$eq", "$ne", "$not"), chance.Percent(50), []),
        };

    private (string, object?, string[]) OnSet()
    {
        var name = chance.Of(Sets);
        return (
            name,
            name == "$anyOf" && chance.Percent(20)
                ? FieldValues.Tag(chance)
                : chance.Several(3, () => FieldValues.Tag(chance)),
            []
        );
    }

    private (string, object?, string[]) InDocument() =>
        chance.Below(6) switch
        {
            0 => (chance.Of("$eq", "$ne", "$gt", "$lte"), chance.Of<object>(1, 2, 2.5, -3), ["n"]),
            1 => (chance.Of("$in", "$notIn"), new object[] { 1, 2.5 }, ["n"]),
            2 => (
                chance.Of("$eq", "$ne", "$includes", "$notIncludes", "$startsWith"),
                chance.Of("a", "b", "Ä%", "_"),
                ["s"]
            ),
            3 => (chance.Of("$eq", "$ne", "$empty", "$notEmpty"), null, [chance.Of("s", "n", "flag", "deep", "gone")]),
            4 => (chance.Of("$eq", "$ne"), chance.Percent(50), ["flag"]),
            _ => ("$eq", chance.Between(1, 3), chance.Of<string[]>(["list", "0"], ["list", "2"], ["deep", "n"])),
        };

    /// <summary>A value of a record, else a new one.</summary>
    private object Taken(OracleField field, OracleCollection collection) =>
        chance.Percent(75) && chance.Of([.. collection.Records])[field.Name] is { } value ? value
        : field.Name == "id" ? (long)chance.Between(1, 90)
        : FieldValues.Some(field.Kind, chance);
}
