namespace Pergola.Testing.Servers;

/// <summary>The server that <c>PERGOLA_TEST_BASE_URL</c> names: started by someone else, left running.</summary>
public sealed class GivenServer : IServerUnderTest
{
    public static string? SkipReason =>
        TestEnvironment.Read(TestEnvironment.BaseUrl) is null ? $"{TestEnvironment.BaseUrl} names no server." : null;

    public Uri BaseAddress { get; } =
        TestEnvironment.Read(TestEnvironment.BaseUrl) is { } url
            ? new Uri(url.TrimEnd('/') + "/")
            : throw new InvalidOperationException(SkipReason);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
