using System.Text;

namespace Pergola.IntegrationTests.Cluster;

/// <summary>What the contract suites of the seams share.</summary>
public abstract class ClusterSuite
{
    protected static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    protected ClusterSuite(ClusterFixture fixture)
    {
        Assert.SkipWhen(fixture.Missing is not null, fixture.Missing ?? "");
        Fixture = fixture;
    }

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected ClusterFixture Fixture { get; }

    protected ClusterNode First => Fixture.First;

    protected ClusterNode Second => Fixture.Second;

    /// <summary>A name no other test uses.</summary>
    protected static string NewName() => "n" + Guid.NewGuid().ToString("N")[..12];

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Waits until it holds; fails when it never does.</summary>
    protected static async Task EventuallyAsync(Func<ValueTask<bool>> holds, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, "Never: " + what);
            await Task.Delay(10, Cancelled);
        }
    }
}
