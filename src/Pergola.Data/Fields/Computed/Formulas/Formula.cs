using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>A formula ready to be computed.</summary>
internal sealed class Formula
{
    private const int LongestExpression = 10_000;

    private readonly FormulaEngine _engine;
    private readonly FormulaNode _root;

    private Formula(FormulaEngine engine, string expression)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        _engine = engine;
        _root = engine.IsTemplate
            ? Placeholders.ReadTemplate(expression, names)
            : FormulaParser.Parse(expression, names);
        Names = names;
    }

    /// <summary>Names of the fields it is computed from.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>The formula of the options <c>engine</c> and <c>expression</c>.</summary>
    /// <exception cref="ValidationException">The expression cannot be read; the message names the field.</exception>
    public static Formula Parse(FieldDefinition definition)
    {
        var name = definition.Text("engine");
        var engine =
            FormulaEngine.All.FirstOrDefault(e => e.Name == (name ?? FormulaEngine.MathJs.Name))
            ?? throw ValueErrors.Option(
                definition,
                "engine",
                "{field}: {option} must be math.js, formula.js or string"
            );
        if (definition.Text("expression") is not { } expression || string.IsNullOrWhiteSpace(expression))
        {
            throw ValueErrors.Option(definition, "expression", "{field}: {option} is required");
        }

        if (expression.Length > LongestExpression)
        {
            throw ValueErrors.Option(definition, "expression", "{field}: {option} is longer than 10000 characters");
        }

        try
        {
            return new Formula(engine, expression);
        }
        catch (FormulaSyntaxException exception)
        {
            throw exception.For(definition.Name);
        }
    }

    /// <summary>
    /// The formula of a stored definition. Null when it cannot be read, such as one with a function that only another
    /// server knows: its field then keeps what is stored.
    /// </summary>
    public static Formula? TryParse(FieldDefinition definition)
    {
        try
        {
            return Parse(definition);
        }
        catch (ValidationException)
        {
            return null;
        }
    }

    /// <summary>The value to store in a column.</summary>
    /// <param name="operands">Value of a field by its name, as formulas see it; null for one that does not exist.</param>
    /// <param name="column">The column of the formula.</param>
    /// <param name="zone">The server zone.</param>
    public object? Compute(Func<string, object?> operands, ColumnType column, TimeZoneInfo zone)
    {
        var scope = new FormulaScope(_engine, operands, zone);
        try
        {
            return FormulaResult.ToStored(_root.Evaluate(scope), column, scope);
        }
        catch (FormulaFaultException)
        {
            // A formula without a result must not keep the record from being written.
            return null;
        }
    }
}
