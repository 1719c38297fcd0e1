using Pergola.Core.Cluster.PubSub;
using Xunit;

namespace Pergola.UnitTests.Cluster;

public sealed class MemoryPubSubTests
{
    [Fact]
    public async Task A_listener_too_slow_for_its_messages_is_told_that_it_missed_some()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var pubSub = new MemoryPubSub();
        var missed = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var handled = 0;
        pubSub.Reconnected += (_, _) => missed.TrySetResult();
        await using var subscription = await pubSub.SubscribeAsync(
            "c",
            async (_, _) =>
            {
                await goOn.Task;
                handled++;
            },
            cancelled
        );
        for (var n = 0; n < 10_000; n++)
        {
            await pubSub.PublishAsync("c", new byte[] { 1 }, cancelled);
        }

        Assert.False(missed.Task.IsCompleted);
        goOn.SetResult();
        await missed.Task.WaitAsync(TimeSpan.FromSeconds(10), cancelled);
        Assert.InRange(handled, 4096, 4097);
    }

    [Theory]
    [InlineData(null, "main.workflow")]
    [InlineData("sync", "main.sync.workflow")]
    public void Channels_are_named_after_their_app(string? prefix, string expected) =>
        Assert.Equal(expected, ChannelName.Of("main", prefix, "workflow"));
}
