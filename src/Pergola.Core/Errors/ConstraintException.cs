namespace Pergola.Core.Errors;

/// <summary>The database refused a write: unique, not null or range (400). Carries one entry per field.</summary>
public class ConstraintException(IReadOnlyList<ConstraintViolation> violations, Exception? inner = null)
    : PergolaException(violations[0].Template, violations[0].Arguments, violations[0].Field, inner: inner)
{
    public IReadOnlyList<ConstraintViolation> Violations { get; } = violations;
}

/// <summary>One field that broke a constraint.</summary>
public sealed record ConstraintViolation(string Template, IReadOnlyList<ErrorArgument> Arguments, string? Field);
