namespace Pergola.Core.Errors;

/// <summary>The caller is not known (401).</summary>
public class UnauthenticatedException(string template, string? code = null) : PergolaException(template, code: code);

/// <summary>The caller is known and may not do this (403).</summary>
public class ForbiddenException(
    string template = "No permissions",
    IReadOnlyList<ErrorArgument>? arguments = null,
    string? field = null
) : PergolaException(template, arguments, field);
