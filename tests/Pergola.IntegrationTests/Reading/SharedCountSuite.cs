using Pergola.Data.Fields;
using Pergola.Data.Records;
using Pergola.Data.Sql;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>Counts that are asked for at the same time are one, and never older than the question.</summary>
public abstract class SharedCountSuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    protected override IReadOnlyList<string> Definitions =>
        ["""{"name":"$things","timestamps":false,"fields":[{"name":"name","type":"string"}]}"""];

    [Fact]
    public async Task Counts_asked_for_while_one_runs_share_the_next()
    {
        var (counts, watched, gate) = await StartGatedAsync();

        var first = counts.CountAsync(All(), Cancelled);
        await UntilAsync(() => watched.Statements.Count == 1);
        var others = Enumerable.Range(0, 50).Select(_ => counts.CountAsync(All(), Cancelled)).ToList();
        gate.SetResult();

        Assert.Equal(2, await first);
        Assert.All(await Task.WhenAll(others), count => Assert.Equal(2, count));
        Assert.Equal(2, watched.Statements.Count);
    }

    [Fact]
    public async Task A_count_sees_what_was_written_before_it_was_asked_for()
    {
        await StartThingsAsync();
        var gate = new TaskCompletionSource();
        var watched = new WatchedDatabase(Database) { AfterCount = () => gate.Task };
        var counts = new SharedCounts(watched);

        // The first one has its result already, and holds it back.
        var before = counts.CountAsync(All(), Cancelled);
        await UntilAsync(() => watched.Counted == 1);
        await FillAsync("things", """{"id":3,"name":"c"}""");
        var after = counts.CountAsync(All(), Cancelled);
        gate.SetResult();

        Assert.Equal(2, await before);
        Assert.Equal(3, await after);
    }

    [Fact]
    public async Task Many_writers_and_counters_never_see_the_past()
    {
        await StartThingsAsync();
        var counts = new SharedCounts(Database);
        var written = 2L;

        var counting = Enumerable
            .Range(0, 8)
            .Select(async _ =>
            {
                for (var round = 0; round < 40; round++)
                {
                    var least = Interlocked.Read(ref written);
                    Assert.InRange(await counts.CountAsync(All(), Cancelled), least, long.MaxValue);
                }
            })
            .ToList();
        for (var id = 10; id < 60; id++)
        {
            await FillAsync("things", $$"""{"id":{{id}},"name":"n"}""");
            Interlocked.Increment(ref written);
        }

        await Task.WhenAll(counting);
        Assert.Equal(52, await counts.CountAsync(All(), Cancelled));
    }

    [Fact]
    public async Task A_failure_is_told_to_those_who_share_it_and_then_forgotten()
    {
        var (counts, watched, gate) = await StartGatedAsync();

        var first = counts.CountAsync(All(), Cancelled);
        await UntilAsync(() => watched.Statements.Count == 1);
        watched.Before = _ => throw new InvalidOperationException("not now");
        var others = Enumerable.Range(0, 3).Select(_ => counts.CountAsync(All(), Cancelled)).ToList();
        gate.SetResult();

        Assert.Equal(2, await first);
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => other);
        }

        watched.Before = _ => Task.CompletedTask;
        Assert.Equal(2, await counts.CountAsync(All(), Cancelled));
    }

    [Fact]
    public async Task Those_who_wait_for_a_failed_count_get_their_own()
    {
        var (counts, watched, gate) = await StartGatedAsync();

        var first = counts.CountAsync(All(), Cancelled);
        await UntilAsync(() => watched.Statements.Count == 1);
        var second = counts.CountAsync(All(), Cancelled);
        watched.Before = _ => Task.CompletedTask;
        gate.SetException(new InvalidOperationException("not now"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task One_who_goes_away_takes_nobody_along()
    {
        var (counts, watched, gate) = await StartGatedAsync();
        using var leaving = new CancellationTokenSource();

        var first = counts.CountAsync(All(), leaving.Token);
        await UntilAsync(() => watched.Statements.Count == 1);
        var second = counts.CountAsync(All(), leaving.Token);
        var third = counts.CountAsync(All(), Cancelled);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult();
        Assert.Equal(2, await third);
        Assert.Equal(2, await counts.CountAsync(All(), Cancelled));
    }

    public static TheoryData<string, SqlParameterValue, SqlParameterValue> Different =>
        new()
        {
            { "values", Number(1), Number(2) },
            { "types", Number(1), Text("1") },
            { "nothing and empty", Text(null), Text("") },
            { "separators", Text("a|String1:b"), Text("a") },
            { "case", Text("a"), Text("A") },
            { "lists", Numbers(1, 2), Numbers(12) },
            { "order", Numbers(1, 2), Numbers(2, 1) },
            { "empty list", Numbers(), Numbers(1) },
            { "texts in lists", Texts("a", "b"), Texts("ab") },
            { "nothing in lists", Texts("a", null), Texts("a", "") },
        };

    [Theory]
    [MemberData(nameof(Different), DisableDiscoveryEnumeration = true)]
    public async Task Different_parameters_are_different_counts(
        string difference,
        SqlParameterValue left,
        SqlParameterValue right
    )
    {
        Assert.NotEmpty(difference);
        var (counts, watched, gate) = await StartGatedAsync();

        var counting = new[] { With(left), With(right), With(left), With(right) }
            .Select(statement => counts.CountAsync(statement, Cancelled))
            .ToList();

        // Both have begun; who asked again waits for the second turn.
        await UntilAsync(() => watched.Statements.Count == 2);
        gate.SetResult();
        await Task.WhenAll(counting);
        Assert.Equal(4, watched.Statements.Count);
    }

    private SqlStatement All() => new($"SELECT count(*) FROM {Collection("things").Table.Quoted}", []);

    private SqlStatement With(SqlParameterValue parameter)
    {
        var marker = Dialect.Quoting.Parameter(1);
        return new($"SELECT count(*) FROM {Collection("things").Table.Quoted} WHERE {marker} IS NOT NULL", [parameter]);
    }

    private static SqlParameterValue Number(long value) => new(value, new ColumnType(ColumnKind.Int64));

    private static SqlParameterValue Text(string? value) => new(value, new ColumnType(ColumnKind.Text));

    private static SqlParameterValue Numbers(params long[] values) =>
        new(values.Cast<object?>().ToList(), new ColumnType(ColumnKind.Int64), IsList: true);

    private static SqlParameterValue Texts(params string?[] values) =>
        new(values.Cast<object?>().ToList(), new ColumnType(ColumnKind.Text), IsList: true);

    private async Task StartThingsAsync()
    {
        await StartAsync();
        await FillAsync("things", """{"id":1,"name":"a"}""", """{"id":2,"name":"b"}""");
    }

    /// <summary>Counts whose statements wait for the gate.</summary>
    private async Task<(SharedCounts Counts, WatchedDatabase Watched, TaskCompletionSource Gate)> StartGatedAsync()
    {
        await StartThingsAsync();
        var gate = new TaskCompletionSource();
        var watched = new WatchedDatabase(Database) { Before = _ => gate.Task };
        return (new SharedCounts(watched), watched, gate);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, "The deadline has passed.");
            await Task.Delay(5, Cancelled);
        }
    }
}

public sealed class SqliteSharedCountTests(SqliteFixture fixture)
    : SharedCountSuite(fixture),
        IClassFixture<SqliteFixture>;

public sealed class PostgreSqlSharedCountTests(PostgreSqlFixture fixture)
    : SharedCountSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
