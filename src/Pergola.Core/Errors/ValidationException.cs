namespace Pergola.Core.Errors;

/// <summary>A value does not fit its field (400).</summary>
public class ValidationException(
    string template,
    IReadOnlyList<ErrorArgument>? arguments = null,
    string? field = null,
    Exception? inner = null
) : PergolaException(template, arguments, field, inner: inner);
