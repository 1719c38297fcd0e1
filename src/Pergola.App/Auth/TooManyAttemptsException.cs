using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>Too many failures from one account or address (429).</summary>
public sealed class TooManyAttemptsException(TimeSpan retryAfter)
    : PergolaException("Too many failed attempts. Please try again later.", code: "TOO_MANY_ATTEMPTS")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
