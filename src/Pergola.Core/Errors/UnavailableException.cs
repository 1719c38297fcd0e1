namespace Pergola.Core.Errors;

/// <summary>The app or something it needs is not there at the moment (503).</summary>
public class UnavailableException(string template, TimeSpan retryAfter, Exception? inner = null)
    : PergolaException(template, inner: inner)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
