namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>A part of a parsed formula.</summary>
internal abstract class FormulaNode(params IEnumerable<FormulaNode> parts)
{
    /// <summary>Nodes on the longest way down; bounded by the parser, since evaluation recurses.</summary>
    public int Depth { get; } = 1 + parts.Select(p => p.Depth).DefaultIfEmpty(0).Max();

    public abstract object? Evaluate(FormulaScope scope);
}

internal sealed class LiteralNode(object? value) : FormulaNode
{
    public override object? Evaluate(FormulaScope scope) => value;
}

/// <summary>A placeholder.</summary>
internal sealed class OperandNode(string name) : FormulaNode
{
    public override object? Evaluate(FormulaScope scope) => scope.Operand(name);
}

internal sealed class ConditionNode(FormulaNode condition, FormulaNode whenTrue, FormulaNode otherwise)
    : FormulaNode(condition, whenTrue, otherwise)
{
    public override object? Evaluate(FormulaScope scope) =>
        (FormulaScope.IsTrue(condition.Evaluate(scope)) ? whenTrue : otherwise).Evaluate(scope);
}

/// <summary><c>and</c>, <c>or</c>: the right side counts only where the left one does not decide.</summary>
internal sealed class LogicNode(FormulaNode left, FormulaNode right, bool decides) : FormulaNode(left, right)
{
    public override object? Evaluate(FormulaScope scope) =>
        FormulaScope.IsTrue(left.Evaluate(scope)) == decides ? decides : FormulaScope.IsTrue(right.Evaluate(scope));
}

/// <summary>A function or an operator with its arguments.</summary>
internal sealed class CallNode(FormulaFunction function, IReadOnlyList<FormulaNode> arguments) : FormulaNode(arguments)
{
    public override object? Evaluate(FormulaScope scope)
    {
        var values = new object?[arguments.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = arguments[index].Evaluate(scope);
        }

        return function.Compute(scope, values);
    }
}

/// <summary>Texts and placeholders in a row.</summary>
internal sealed class TemplateNode(IReadOnlyList<FormulaNode> parts) : FormulaNode(parts)
{
    public override object? Evaluate(FormulaScope scope) => scope.Join(parts.Select(p => p.Evaluate(scope)));
}
