using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;

namespace Pergola.Data.Operators;

/// <summary>Errors of operators, each naming the path and the operator.</summary>
internal static class OperatorErrors
{
    /// <param name="template">Message with the placeholders <c>{field}</c> and <c>{operator}</c>.</param>
    public static BadRequestException Invalid(this OperatorContext context, string template)
    {
        var path = context.Path.ToString();
        return new BadRequestException(template, [("field", path), ("operator", context.Operator)], path);
    }

    /// <summary>The operator has no meaning for this kind of field.</summary>
    public static BadRequestException NotApplicable(this OperatorContext context) =>
        context.Invalid("{operator} cannot be applied to {field}");

    public static BadRequestException InvalidDate(this OperatorContext context)
    {
        var path = context.Path.ToString();
        var value = context.Operand.ValueKind == JsonValueKind.Undefined ? "" : context.Operand.GetRawText();
        return new BadRequestException(
            "{field}: Invalid Date {value}",
            [("field", path), ("value", ValueErrors.Quote(value))],
            path
        );
    }
}
