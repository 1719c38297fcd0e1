namespace Pergola.Core.Errors;

/// <summary>The request cannot be understood: unknown name, malformed text, impossible combination (400).</summary>
public class BadRequestException(
    string template,
    IReadOnlyList<ErrorArgument>? arguments = null,
    string? field = null,
    Exception? inner = null
) : PergolaException(template, arguments, field, inner: inner);
