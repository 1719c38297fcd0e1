using Pergola.PluginTests.Apps;
using Pergola.PluginTests.Packages;

namespace Pergola.Plugins.PluginCatalog.Tests;

/// <summary>What a plugin is written with: records as objects, work by the clock, migrations.</summary>
public sealed class TypedPluginTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase]
    public async Task Records_are_objects_of_a_class(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var pm = await PluginClient.SignInAsync(app);
        Assert.Equal((200, ""), await pm.UploadAsync("add", Package("1.0.0", First)));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "visits"));
        Assert.Equal((200, "Anna, 2 nights, 12.50, Booked; 1 of 1"), await pm.SayAsync("visits"));

        // The collection is one like any other, and so is what a request writes to it.
        var root = await app.SignInAsync();
        var made = await app.SendAsync(
            "POST",
            "visits:create",
            new
            {
                guest = "Bo",
                nights = 3,
                userId = 1,
            },
            root
        );
        Assert.Equal(200, made.Status);
        var listed = await app.SendAsync("GET", "visits:list?appends[]=user&filter={\"guest\":\"Bo\"}", null, root);
        Assert.Equal(
            "nocobase",
            listed.Body.GetProperty("data")[0].GetProperty("user").GetProperty("username").GetString()
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_update_brings_its_records_along_once(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var pm = await PluginClient.SignInAsync(app);
        Assert.Equal((200, ""), await pm.UploadAsync("add", Package("1.0.0", First)));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "visits"));
        Assert.Equal(200, (await pm.SayAsync("visits")).Status);

        Assert.Equal((200, ""), await pm.UploadAsync("update", Package("2.0.0", Second)));
        Assert.Equal((200, "Anna from nowhere"), await pm.SayAsync("visits"));
        Assert.Equal((200, ""), await pm.SwitchAsync("disable", "visits"));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "visits"));
        Assert.Equal((200, "Anna from nowhere"), await pm.SayAsync("visits"));

        // Where it is new, there is nothing to bring along.
        await using var fresh = await AppUnderTest.StartAsync(backend);
        pm = await PluginClient.SignInAsync(fresh);
        Assert.Equal((200, ""), await pm.UploadAsync("add", Package("2.0.0", Second)));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "visits"));
        Assert.Equal((200, "nobody"), await pm.SayAsync("visits"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_version_before_serving()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var pm = await PluginClient.SignInAsync(app);
        Assert.Equal((200, ""), await pm.UploadAsync("add", Package("1.0.0", First)));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "visits"));
        var broken = Second.Replace(
            "var set",
            "throw new System.InvalidOperationException(\"no way\"); var set",
            StringComparison.Ordinal
        );
        Assert.Equal(
            (400, "Failed to update plugin: visits failed: InvalidOperationException: no way"),
            await pm.UploadAsync("update", Package("2.0.0", broken))
        );
        Assert.Equal(("1.0.0", true, "package"), await pm.StateAsync("visits"));
        Assert.Equal(200, (await pm.SayAsync("visits")).Status);
        Assert.Equal((200, ""), await pm.UploadAsync("update", Package("2.0.1", Second)));
        Assert.Equal(200, (await pm.SayAsync("visits")).Status);
    }

    [Fact]
    public async Task Work_by_the_clock_ends_with_its_plugin()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var pm = await PluginClient.SignInAsync(app);
        Assert.Equal((200, ""), await pm.UploadAsync("add", Package("1.0.0", Ticking)));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "visits"));
        var counts = new List<string>();
        while (counts.Count < 200 && !counts.Contains("3"))
        {
            counts.Add((await pm.SayAsync("visits")).Text!);
            await Task.Delay(25, Cancelled);
        }

        Assert.Contains("3", counts);
    }

    private static byte[] Package(string version, string source) => PackageMaker.Make("Acme.Visits", version, source);

    private static readonly string First = PackageMaker.Source(
        "plugin.Collections.Of<Visit>();",
        """
        public enum Stage { Asked, Booked }

        [Collection("visits", Title = "Visits", TitleField = nameof(Guest))]
        public sealed record Visit
        {
            public long Id { get; init; }
            public string Guest { get; init; } = "";
            public int Nights { get; init; }
            public decimal? Price { get; init; }
            public Stage? Stage { get; init; }
            [BelongsTo("users")] public long? UserId { get; init; }
            public System.DateTimeOffset? CreatedAt { get; init; }
        }

        public sealed class Say(RecordSets records) : IAction
        {
            public async ValueTask ExecuteAsync(ActionContext context)
            {
                var visits = records.Of<Visit>();
                var made = await visits.CreateAsync(new Visit { Guest = "A", Nights = 1, Stage = Stage.Booked }, context.Aborted);
                await visits.UpdateAsync(made.Id, new { guest = "Anna", nights = 2, price = 12.50m }, context.Aborted);
                var second = await visits.CreateAsync(new Visit { Guest = "B" }, context.Aborted);
                var gone = await visits.DestroyAsync(second.Id, context.Aborted);
                var found = (await visits.FindAsync(made.Id, context.Aborted))!;
                var list = await visits.ListAsync(new { guest = "Anna" }, context.Aborted, sort: "-id", limit: 1);
                var text = System.FormattableString.Invariant(
                    $"{found.Guest}, {found.Nights} nights, {found.Price:0.00}, {found.Stage}; {list.Count(v => v.CreatedAt is not null)} of {await visits.CountAsync(new { guest = "Anna" }, context.Aborted)}");
                await context.WriteDataAsync(json => json.WriteStringValue(gone ? text : "not gone"));
            }
        }
        """
    );

    private static readonly string Second = PackageMaker.Source(
        "plugin.Collections.Of<Visit>(); plugin.Migration<M20261101_FillTown>();",
        """
        [Collection("visits")]
        public sealed record Visit
        {
            public long Id { get; init; }
            public string Guest { get; init; } = "";
            public string? Town { get; init; }
        }

        public sealed class M20261101_FillTown : IMigration
        {
            public async Task RunAsync(MigrationContext context, CancellationToken cancellationToken)
            {
                var set = context.Schema["visits"];
                var sql = new Pergola.Data.Sql.SqlWriter(context.Database.Dialect)
                    .Append($"UPDATE {set.Table.Quoted} SET {set.Column("town").QuotedColumn} = ")
                    .Parameter("nowhere", set.Column("town").ColumnType);
                await using var command = context.Database.CreateCommand(
                    context.Transaction.Connection, context.Transaction.Transaction, sql.ToStatement());
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        public sealed class Say(RecordSets records) : IAction
        {
            public async ValueTask ExecuteAsync(ActionContext context)
            {
                var first = (await records.Of<Visit>().ListAsync(null, context.Aborted, sort: "id")).FirstOrDefault();
                await context.WriteDataAsync(json => json.WriteStringValue(first is null ? "nobody" : $"{first.Guest} from {first.Town}"));
            }
        }
        """
    );

    private static readonly string Ticking = PackageMaker.Source(
        "plugin.Collections.Of<Tick>(); plugin.Schedule<Ticker>(System.TimeSpan.FromMilliseconds(10));",
        """
        [Collection("ticks")]
        public sealed record Tick { public long Id { get; init; } }

        public sealed class Ticker(RecordSets records) : IScheduledWork
        {
            public async Task RunAsync(CancellationToken stopping)
            {
                if (await records.Of<Tick>().CountAsync(null, stopping) < 3)
                {
                    await records.Of<Tick>().CreateAsync(new Tick(), stopping);
                }

                throw new System.InvalidOperationException("said in the log, and no reason to stop");
            }
        }

        public sealed class Say(RecordSets records) : IAction
        {
            public async ValueTask ExecuteAsync(ActionContext context)
            {
                var count = await records.Of<Tick>().CountAsync(null, context.Aborted);
                await context.WriteDataAsync(json => json.WriteStringValue(count.ToString()));
            }
        }
        """
    );
}
