namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>What expressions mean differently under the engines a formula may name.</summary>
internal sealed record FormulaEngine(string Name)
{
    public static readonly FormulaEngine MathJs = new("math.js") { FlooredRemainder = true };

    public static readonly FormulaEngine FormulaJs = new("formula.js") { NullIsZero = true, PlusJoinsText = true };

    /// <summary>No expression: the text itself, with values in the places of the placeholders.</summary>
    public static readonly FormulaEngine Text = new("string") { NullIsZero = true, IsTemplate = true };

    public static IReadOnlyList<FormulaEngine> All { get; } = [MathJs, FormulaJs, Text];

    /// <summary>Whether NULL counts as 0, and as an empty text, instead of making the result NULL.</summary>
    public bool NullIsZero { get; private init; }

    /// <summary>Whether <c>%</c> takes the sign of the divisor.</summary>
    public bool FlooredRemainder { get; private init; }

    public bool PlusJoinsText { get; private init; }

    public bool IsTemplate { get; private init; }
}
