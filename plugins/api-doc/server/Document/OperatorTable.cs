using System.Collections.Frozen;
using Pergola.Data.Fields;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>The filter operators clients are told of, by the form of a field's values. The server knows more spellings.</summary>
internal static class OperatorTable
{
    private static readonly string[] Equality = ["$eq", "$ne", "$in", "$notIn"];
    private static readonly string[] Order = ["$gt", "$gte", "$lt", "$lte", "$between", "$notBetween"];
    private static readonly string[] Presence = ["$empty", "$notEmpty", "$exists", "$notExists"];
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
    private static readonly string[] Texts =
    [
        "$includes",
        "$notIncludes",
        "$startsWith",
        "$notStartsWith",
        "$endWith",
        "$notEndWith",
        "$like",
        "$notLike",
        "$regexp",
        "$notRegexp",
    ];
    private static readonly string[] Elements = ["$match", "$notMatch", "$anyOf", "$noneOf"];

    private static readonly FrozenDictionary<ValueForm, IReadOnlyList<string>> Operators = new Dictionary<
        ValueForm,
        IReadOnlyList<string>
    >
    {
        [ValueForm.Text] = [.. Equality, .. Texts, .. Presence],
        [ValueForm.Uuid] = [.. Equality, .. Presence],
        [ValueForm.Integer] = [.. Equality, .. Order, .. Presence],
        [ValueForm.LargeInteger] = [.. Equality, .. Order, .. Presence],
        [ValueForm.Number] = [.. Equality, .. Order, .. Presence],
        [ValueForm.Decimal] = [.. Equality, .. Order, .. Presence],
        [ValueForm.Boolean] = ["$eq", "$ne", "$isTruly", "$isFalsy", .. Presence],
        [ValueForm.Instant] = [.. Equality, .. Order, .. Dates, .. Presence],
        [ValueForm.WallTime] = [.. Equality, .. Order, .. Dates, .. Presence],
        [ValueForm.Date] = [.. Equality, .. Order, .. Dates, .. Presence],
        [ValueForm.Time] = [.. Equality, .. Order, .. Presence],
        [ValueForm.List] = [.. Elements, "$arrayEmpty", "$arrayNotEmpty", .. Presence],
        [ValueForm.Document] = Presence,
        [ValueForm.Bytes] = Presence,
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> Of(ValueForm form) => Operators[form];

    /// <summary>What an operator is given beside the field.</summary>
    public static Operand OperandOf(string filterOperator) =>
        filterOperator switch
        {
            "$in" or "$notIn" or "$match" or "$notMatch" => Operand.List,
            "$between" or "$notBetween" => Operand.Pair,
            "$anyOf" or "$noneOf" => Operand.List,
            "$empty" or "$notEmpty" or "$exists" or "$notExists" or "$isTruly" or "$isFalsy" => Operand.Flag,
            "$arrayEmpty" or "$arrayNotEmpty" => Operand.Flag,
            _ when Dates.Contains(filterOperator, StringComparer.Ordinal) => Operand.Period,
            _ when Texts.Contains(filterOperator, StringComparer.Ordinal) => Operand.Text,
            _ => Operand.Value,
        };
}

/// <summary>Kinds of operands.</summary>
internal enum Operand
{
    /// <summary>A value of the field, or null.</summary>
    Value,

    /// <summary>Values of the field.</summary>
    List,

    /// <summary>Two values of the field.</summary>
    Pair,

    Text,

    /// <summary><c>true</c>; what it says is in the operator.</summary>
    Flag,

    /// <summary>A date, part of one, or a period.</summary>
    Period,
}
