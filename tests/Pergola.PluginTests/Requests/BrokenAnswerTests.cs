using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pergola.Testing.Servers;

namespace Pergola.PluginTests.Requests;

[Trait("ASVS", "V7")]
public sealed class BrokenAnswerTests
{
    private const int Rows = 3000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_list_that_fails_half_way_breaks_the_connection(Backend backend)
    {
        await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
        await using var app = await AppUnderTest.StartAsync(database, [new FragilePlugin()]);
        var root = await app.RootAsync();
        await OkAsync(root, "collections:create", """{"name":"vases","fields":[{"name":"note","type":"fragile"}]}""");
        var note = new string('x', 1000);
        var rows = Enumerable.Range(1, Rows).Select(n => new { note = n == Rows - 1 ? "broken" : note });
        foreach (var chunk in rows.Chunk(500))
        {
            // What is answered is written too, so the broken one goes in where nothing is read back.
            await OkAsync(
                root,
                "vases:create?fields=id",
                JsonSerializer.Serialize(chunk.Select(r => new { note = r.note == "broken" ? "late" : r.note }))
            );
        }

        await OkAsync(root, "vases:list?paginate=false", null);
        await BreakAsync(app);

        // Within the first piece it is still an answer with a status.
        var early = await root.GetAsync("vases:list?sort=-id", Cancelled);
        Assert.Equal(500, early.Status);
        Assert.DoesNotContain("broken", early.Text, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => root.GetAsync("vases:list?paginate=false", Cancelled));
        await OkAsync(root, "vases:list", null);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_client_that_goes_away_takes_its_request_along(Backend backend)
    {
        await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
        await using var app = await AppUnderTest.StartAsync(database, [new FragilePlugin()]);
        var root = await app.RootAsync();
        var action = app.Generation(services => services.GetRequiredService<Patience>());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var waiting = root.PostAsync("patience:wait", "{}", patience.Token);
        await action.Begun.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await action.Ended.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await OkAsync(root, "users:list", null);
    }

    private static async Task BreakAsync(AppUnderTest app)
    {
        var table = app.Schema["vases"];
        await using var transaction = await app.Database.BeginAsync(Cancelled);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = $"UPDATE {table.Table.Quoted} SET \"note\" = 'broken' WHERE \"note\" = 'late'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancelled));
        await transaction.CommitAsync(Cancelled);
    }

    private static async Task OkAsync(ApiClient client, string target, string? body)
    {
        var answer = body is null
            ? await client.GetAsync(target, Cancelled)
            : await client.PostAsync(target, body, Cancelled);
        Assert.True(answer.Status == 200, $"{target}: {answer}");
    }
}
