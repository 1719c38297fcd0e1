namespace Pergola.App.Wire;

/// <summary>Limits of requests.</summary>
public sealed class WireOptions
{
    /// <summary>Longest request body in bytes; uploads have their own.</summary>
    public long BodyLimit { get; init; } = 20 * 1024 * 1024;

    /// <summary>Answers to a browser on another origin: the origins trusted to sign in, or <c>*</c>.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; init; } = [];
}
