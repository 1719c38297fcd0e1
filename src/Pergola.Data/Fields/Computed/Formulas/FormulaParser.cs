namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>Reads expressions by the strength of their operators (Pratt).</summary>
internal sealed class FormulaParser
{
    private const int MaxDepth = 200;

    private readonly FormulaLexer _lexer;
    private readonly ISet<string> _names;
    private FormulaToken _token;
    private int _depth;

    private FormulaParser(string text, ISet<string> names)
    {
        _lexer = new FormulaLexer(text);
        _names = names;
        _token = _lexer.Next();
    }

    /// <summary>Reads an expression and collects the fields it names.</summary>
    /// <exception cref="FormulaSyntaxException">The text is no expression.</exception>
    public static FormulaNode Parse(string text, ISet<string> names)
    {
        var parser = new FormulaParser(text, names);
        var node = parser.ReadExpression(0);
        return parser._token.Kind == FormulaTokenKind.End ? node : throw parser.Unexpected();
    }

    private FormulaNode ReadExpression(int strength)
    {
        if (++_depth > MaxDepth)
        {
            throw TooDeep();
        }

        var left = ReadOperand();
        while (TryReadInfix(strength, ref left))
        {
            if (left.Depth > MaxDepth)
            {
                throw TooDeep();
            }
        }

        _depth--;
        return left;
    }

    private bool TryReadInfix(int strength, ref FormulaNode left)
    {
        if (_token.Kind is not (FormulaTokenKind.Symbol or FormulaTokenKind.Name))
        {
            return false;
        }

        var name = _token.Text;
        if (FormulaOperators.Binary.TryGetValue(name, out var binary) && binary.Strength > strength)
        {
            Advance();
            // The only operator that binds to the right.
            var right = ReadExpression(name == "^" ? binary.Strength - 1 : binary.Strength);
            left = new CallNode(binary.Function, [left, right]);
            return true;
        }

        if (LogicStrength(name) is { } logic && logic > strength)
        {
            Advance();
            left = new LogicNode(left, ReadExpression(logic), decides: logic == FormulaOperators.Or);
            return true;
        }

        if (name != "?" || strength >= FormulaOperators.Condition)
        {
            return false;
        }

        Advance();
        var whenTrue = ReadExpression(0);
        Expect(":");
        left = new ConditionNode(left, whenTrue, ReadExpression(0));
        return true;
    }

    private static int? LogicStrength(string name) =>
        name switch
        {
            "||" => FormulaOperators.Or,
            "&&" => FormulaOperators.And,
            _ when Is(name, "or") => FormulaOperators.Or,
            _ when Is(name, "and") => FormulaOperators.And,
            _ => null,
        };

    private FormulaNode ReadOperand()
    {
        var token = _token;
        Advance();
        switch (token.Kind)
        {
            case FormulaTokenKind.Number:
                return new LiteralNode(
                    FormulaNumber.Read(token.Text) ?? throw new FormulaSyntaxException(token.Position)
                );
            case FormulaTokenKind.Text:
                return new LiteralNode(token.Text);
            case FormulaTokenKind.Operand:
                _names.Add(token.Text);
                return new OperandNode(token.Text);
            case FormulaTokenKind.Symbol when token.Text == "(":
                var inner = ReadExpression(0);
                Expect(")");
                return inner;
            case FormulaTokenKind.Name when IsSymbol("("):
                return ReadCall(token);
            case FormulaTokenKind.Symbol
            or FormulaTokenKind.Name when FormulaOperators.Prefix.TryGetValue(token.Text, out var prefix):
                return new CallNode(prefix, [ReadExpression(FormulaOperators.Sign)]);
            case FormulaTokenKind.Name:
                return ReadConstant(token);
            default:
                throw new FormulaSyntaxException(token.Position);
        }
    }

    private static LiteralNode ReadConstant(FormulaToken token) =>
        token.Text.ToLowerInvariant() switch
        {
            "true" => new LiteralNode(true),
            "false" => new LiteralNode(false),
            "null" => new LiteralNode(null),
            "pi" => new LiteralNode(FormulaNumber.Of(Math.PI)),
            "e" => new LiteralNode(FormulaNumber.Of(Math.E)),
            _ => throw new FormulaSyntaxException(token.Position),
        };

    private FormulaNode ReadCall(FormulaToken name)
    {
        Advance();
        var arguments = new List<FormulaNode>();
        while (!IsSymbol(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(ReadExpression(0));
        }

        Advance();
        if (Is(name.Text, "if"))
        {
            return arguments.Count is 2 or 3
                ? new ConditionNode(
                    arguments[0],
                    arguments[1],
                    arguments.ElementAtOrDefault(2) ?? new LiteralNode(null)
                )
                : throw WrongCount(name);
        }

        if (!FormulaFunctions.ByName.TryGetValue(name.Text, out var function))
        {
            throw new FormulaSyntaxException(
                "{field}: the expression uses the unknown function {function}",
                ("function", ValueErrors.Quote(name.Text))
            );
        }

        return arguments.Count >= function.Least && arguments.Count <= function.Most
            ? new CallNode(function, arguments)
            : throw WrongCount(name);
    }

    private static FormulaSyntaxException WrongCount(FormulaToken function) =>
        new("{field}: the function {function} does not take this number of arguments", ("function", function.Text));

    private static FormulaSyntaxException TooDeep() => new("{field}: the expression is nested too deeply");

    private FormulaSyntaxException Unexpected() => new(_token.Position);

    private bool IsSymbol(string text) => _token.Kind == FormulaTokenKind.Symbol && _token.Text == text;

    private static bool Is(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    private void Advance() => _token = _lexer.Next();

    private void Expect(string symbol)
    {
        if (!IsSymbol(symbol))
        {
            throw Unexpected();
        }

        Advance();
    }
}
