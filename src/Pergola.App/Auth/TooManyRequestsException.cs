using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>Somebody asks too often, or too many ask at once (429).</summary>
public sealed class TooManyRequestsException(string template, string code, TimeSpan retryAfter)
    : PergolaException(template, code: code)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
