using Pergola.Core.Errors;

namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>A text is no formula; the field that is being defined gives the error its name.</summary>
/// <param name="template">Message with the placeholder <c>{field}</c>.</param>
internal sealed class FormulaSyntaxException(string template, params IReadOnlyList<ErrorArgument> arguments)
    : Exception(template)
{
    /// <param name="position">Where it cannot be read on, counted from 1.</param>
    public FormulaSyntaxException(int position)
        : this("{field}: the expression cannot be read at character {position}", ("position", position.ToString())) { }

    public ValidationException For(string field) => new(Message, [("field", field), .. arguments], field, this);
}
