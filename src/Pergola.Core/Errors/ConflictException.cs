namespace Pergola.Core.Errors;

/// <summary>Somebody else changed the same thing, or a lock was not obtained in time (409).</summary>
public class ConflictException(string template, IReadOnlyList<ErrorArgument>? arguments = null, Exception? inner = null)
    : PergolaException(template, arguments, inner: inner);
