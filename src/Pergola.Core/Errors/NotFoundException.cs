namespace Pergola.Core.Errors;

/// <summary>A resource, association, action or app does not exist (404).</summary>
public class NotFoundException(string template, IReadOnlyList<ErrorArgument>? arguments = null, string? field = null)
    : PergolaException(template, arguments, field);
