using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pergola.Core.Cluster.Queues;
using Pergola.Hosting.Cluster;
using Pergola.Testing.Cluster;
using Xunit;

namespace Pergola.UnitTests.Cluster;

public sealed class QueueFileTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pergola-queue-");

    private string File => Path.Combine(_folder.FullName, "apps", "main", "work-queue.json");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_left_at_the_stop_is_there_after_the_next_start()
    {
        var (file, queue) = await OpenAsync();
        var retried = new PublishOptions { MaxRetries = 1, BackOff = Minute };
        await PublishAsync(queue, "begun", PublishOptions.Default);
        await PublishAsync(queue, "failed once", retried);
        await PublishAsync(queue, "dead", PublishOptions.Default);
        var received = await queue.ReceiveAsync("c", 5, Minute, TimeSpan.Zero, Cancelled);
        await queue.FailAsync(received[1], "no", Cancelled);
        await queue.FailAsync(received[2], "never", Cancelled);
        await PublishAsync(queue, "waiting", PublishOptions.Default);
        await PublishAsync(queue, "later", new PublishOptions { Delay = Minute * 2 });
        await file.DisposeAsync();

        (file, queue) = await OpenAsync();
        Assert.False(System.IO.File.Exists(File));
        Assert.Equal(new QueueDepth(2, 2, 0, 1), await queue.DepthAsync("c", Cancelled));
        Assert.Equal(["begun", "waiting"], await ReceiveAsync(queue));
        _clock.Advance(Minute);
        Assert.Equal(["failed once"], await ReceiveAsync(queue));
        _clock.Advance(Minute);
        Assert.Equal(["later"], await ReceiveAsync(queue));
        Assert.Equal("never", Assert.Single(await queue.DeadLetters.ListAsync("c", 5, Cancelled)).Error);

        // All but the dead one is done: only that is kept.
        await file.DisposeAsync();
        (_, queue) = await OpenAsync();
        Assert.Equal(new QueueDepth(0, 0, 0, 1), await queue.DepthAsync("c", Cancelled));
    }

    [Fact]
    public async Task Nothing_left_leaves_no_file()
    {
        var (file, _) = await OpenAsync();
        await file.DisposeAsync();
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_file_that_makes_no_sense_is_put_aside()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, "[{", Cancelled);
        var (_, queue) = await OpenAsync();
        Assert.Equal(new QueueDepth(0, 0, 0, 0), await queue.DepthAsync("c", Cancelled));
        Assert.Equal("[{", await System.IO.File.ReadAllTextAsync(File + ".broken", Cancelled));
        Assert.False(System.IO.File.Exists(File));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<string> PublishAsync(MemoryWorkQueue queue, string text, PublishOptions options) =>
        queue.PublishAsync("c", Encoding.UTF8.GetBytes(text), options, Cancelled);

    private static async Task<IEnumerable<string>> ReceiveAsync(MemoryWorkQueue queue)
    {
        var received = await queue.ReceiveAsync("c", 5, Minute * 10, TimeSpan.Zero, Cancelled);
        foreach (var delivery in received)
        {
            await queue.CompleteAsync(delivery, Cancelled);
        }

        return received.Select(d => Encoding.UTF8.GetString(d.Body.Span));
    }

    private async Task<(QueueFile File, MemoryWorkQueue Queue)> OpenAsync()
    {
        var queue = new MemoryWorkQueue(_clock);
        return (await QueueFile.OpenAsync(File, queue, NullLogger.Instance, Cancelled), queue);
    }
}
