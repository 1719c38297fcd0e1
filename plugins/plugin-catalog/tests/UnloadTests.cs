using System.Net.WebSockets;
using System.Runtime;
using System.Runtime.CompilerServices;
using Pergola.PluginTests.Apps;
using Pergola.PluginTests.Packages;

namespace Pergola.Plugins.PluginCatalog.Tests;

/// <summary>Measures memory, which tests beside it would use as well.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class MemoryAlone;

/// <summary>Code of plugins that is no longer used goes, whatever it has done.</summary>
[Collection(typeof(MemoryAlone))]
public sealed class UnloadTests
{
    private const int Swaps = 50;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private const string More = """
        plugin.Options<GreetingOptions>();
        plugin.Collections.Add<Greetings>();
        plugin.Records.On<Hook>("greetings", Pergola.Data.Events.ChangeKinds.All);
        plugin.Background<Ticker>();
        plugin.Observer<Watcher>();
        plugin.Install<Installer>();
        """;

    private const string Parts = """
        public sealed class GreetingOptions
        {
            [System.ComponentModel.DataAnnotations.Range(1, 10)]
            public int Count { get; init; } = 3;

            public Mood Mood { get; init; }
        }

        public enum Mood { Calm, Merry }

        public sealed class Greetings : ICollectionDefinition
        {
            public Pergola.Data.Schema.CollectionDefinition Define() => Pergola.Data.Schema.CollectionDefinition.Parse(
                "{\"name\":\"greetings\",\"fields\":[{\"name\":\"text\",\"type\":\"string\"}]}");
        }

        public sealed class Hook(GreetingOptions options) : Pergola.Data.Events.IRecordHandler
        {
            public ValueTask BeforeAsync(
                Pergola.Data.Events.RecordChange change,
                Pergola.Data.Records.WriteSession session,
                System.Threading.CancellationToken cancellationToken)
            {
                var text = System.Text.Json.JsonSerializer.Serialize(new Said("hello " + options.Count));
                change.Values[change.Collection.Column("text")] = System.Text.Json.JsonSerializer.Deserialize<Said>(text)!.Text;
                return ValueTask.CompletedTask;
            }
        }

        public sealed record Said(string Text);

        public sealed class Ticker : Pergola.App.Jobs.IBackgroundWork
        {
            public async Task RunAsync(System.Threading.CancellationToken stopping)
            {
                using var timer = new System.Threading.PeriodicTimer(System.TimeSpan.FromMilliseconds(20));
                while (await timer.WaitForNextTickAsync(stopping)) { }
            }
        }

        public sealed class Watcher : IActionObserver
        {
            public ValueTask ActedAsync(ActionContext context, ActionOutcome outcome) => ValueTask.CompletedTask;
        }

        public sealed class Installer(SystemRows rows) : IInstaller
        {
            public Task InstallAsync(Pergola.Data.Dialects.WriteTransaction transaction, System.Threading.CancellationToken token) =>
                rows.SeedAsync(transaction, "greetings", "[{\"text\":\"first\"}]", token);
        }
        """;

    [Fact]
    public async Task Fifty_swaps_leave_nothing_of_the_generations_before()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{app.Client.BaseAddress!.Authority}/ws"), Cancelled);
        var pm = await PluginClient.SignInAsync(app);
        var source = PackageMaker.Saying("greeting", "hello", More) + Parts;
        Assert.Equal((200, ""), await pm.UploadAsync("add", PackageMaker.Make("Acme.Greeting", "1.0.0", source)));
        long first = 0;
        for (var swap = 0; swap < Swaps; swap++)
        {
            Assert.Equal((200, ""), await pm.SwitchAsync("enable", "greeting"));
            await UseAsync(app, pm);
            Assert.Equal((200, ""), await pm.SwitchAsync("disable", "greeting"));
            if (swap == 0)
            {
                first = await SettledAsync();
            }
        }

        var last = await SettledAsync();
        Assert.Equal(0, Living());
        Assert.Equal(WebSocketState.Open, socket.State);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"note: {first:N0} bytes after the first swap, {last:N0} after the last"
        );
        Assert.InRange(last, 0, first * 11 / 10);
    }

    private static async Task UseAsync(AppUnderTest app, PluginClient pm)
    {
        Assert.Equal((200, "hello"), await pm.SayAsync("greeting"));
        var root = await app.SignInAsync();
        var made = await app.SendAsync("POST", "greetings:create", new { text = "x" }, root);
        Assert.Equal("hello 3", made.Body.GetProperty("data").GetProperty("text").GetString());
        Assert.Equal(
            200,
            (
                await app.SendAsync("GET", "greetings:list?sort=-text&filter={\"text.$includes\":\"h\"}", null, root)
            ).Status
        );
    }

    /// <summary>Memory in use once what can go has gone.</summary>
    private static async Task<long> SettledAsync()
    {
        for (var attempt = 0; attempt < 40 && Living() > 0; attempt++)
        {
            Collect();
            await Task.Delay(50, Cancelled);
        }

        Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Collect()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Living() =>
        AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == "Acme.Greeting");
}
