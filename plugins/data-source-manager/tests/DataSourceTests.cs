using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;

namespace Pergola.Plugins.DataSourceManager.Tests;

public sealed class DataSourceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task How_another_database_is_reached_is_shown_to_nobody(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        await AddAsync(app);
        var root = await app.SignInAsync();
        var (status, answer) = await app.SendAsync("GET", "dataSources:list?sort=key&fields=options", null, root);
        Assert.Equal(200, status);
        Assert.Equal(
            "main loaded, other loading-failed",
            string.Join(
                ", ",
                answer
                    .GetProperty("data")
                    .EnumerateArray()
                    .Select(d => $"{d.GetProperty("key")} {d.GetProperty("status")}")
            )
        );
        Assert.DoesNotContain("db-password", answer.ToString(), StringComparison.Ordinal);
        (status, answer) = await app.SendAsync("GET", "dataSources:get/other", null, root);
        Assert.Equal(200, status);
        Assert.DoesNotContain("db-password", answer.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            JsonValueKind.Null,
            (await app.SendAsync("GET", "dataSources:get/none", null, root)).Body.GetProperty("data").ValueKind
        );
        Assert.Equal(400, (await app.SendAsync("GET", "dataSources:get", null, root)).Status);
        foreach (var action in new[] { "create", "update?filterByTk=main", "destroy?filterByTk=main", "query" })
        {
            Assert.Equal(404, (await app.SendAsync("POST", "dataSources:" + action, new { }, root)).Status);
        }
    }

    private static async Task AddAsync(AppUnderTest app)
    {
        await using var transaction = await app.Database.BeginAsync(Cancelled);
        await app.Generation(services => services.GetRequiredService<SystemRows>())
            .InsertAsync(
                transaction,
                app.Schema["dataSources"],
                JsonSerializer.SerializeToElement(
                    new
                    {
                        key = "other",
                        displayName = "Other",
                        type = "postgres",
                        options = new { password = "db-password" },
                    }
                ),
                Cancelled
            );
        await transaction.CommitAsync(Cancelled);
    }
}
