using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pergola.Data.Dialects;
using Pergola.Hosting;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Configuration;

namespace Pergola.PluginTests.Generations;

public sealed class StartTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_it_starts_the_server_answers_and_is_not_ready()
    {
        var mayOpen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var test = await TestDatabase.CreateAsync(Backend.Sqlite, Cancelled);
        await using var app = await StartAsync(test, () => mayOpen.Task);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal((200, "ok"), await AskAsync(client, "/healthz/live"));
        Assert.Equal((503, "not ready"), await AskAsync(client, "/healthz/ready"));
        var (status, text) = await AskAsync(client, "/api/__health_check");
        Assert.Equal(503, status);
        Assert.Contains("APP_INITIALIZING", text, StringComparison.Ordinal);

        mayOpen.SetResult();
        await app.Services.GetRequiredService<AppLife>().Started;
        Assert.Equal((200, "ok"), await AskAsync(client, "/healthz/ready"));
        Assert.Equal((200, "ok"), await AskAsync(client, "/api/__health_check"));
        Assert.Equal((200, "ok"), await AskAsync(client, "/api/__app/main/__health_check"));
        Assert.Equal(404, (await AskAsync(client, "/api/__app/shop/__health_check")).Status);
        await app.StopAsync(Cancelled);
    }

    [Fact]
    public async Task An_app_that_cannot_start_ends_the_host()
    {
        await using var test = await TestDatabase.CreateAsync(Backend.Sqlite, Cancelled);
        await using var app = await StartAsync(test, () => throw new ConfigurationException("DB_HOST is wrong."));
        var failure = await Assert.ThrowsAsync<ConfigurationException>(() =>
            app.Services.GetRequiredService<AppLife>().Started
        );
        Assert.Equal("DB_HOST is wrong.", failure.Message);
        await app.WaitForShutdownAsync(Cancelled);
        Assert.Equal(1, Environment.ExitCode);
        Environment.ExitCode = 0;
    }

    private static async Task<WebApplication> StartAsync(TestDatabase test, Func<Task> beforeOpening)
    {
        var variables = test.Variables();
        variables["APP_HOST"] = "127.0.0.1";
        variables["APP_PORT"] = "0";
        var sqlite = TestDialects.All.Single(d => d.Name == "sqlite");
        var dialect = new DialectRegistration(
            "sqlite",
            async (settings, loggers, cancellationToken) =>
            {
                await beforeOpening().WaitAsync(cancellationToken);
                return await sqlite.OpenAsync(settings, loggers, cancellationToken);
            }
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddPergola(ServerSettings.Read(variables), new AppParts([dialect], AppUnderTest.BuiltIn));
        var app = builder.Build();
        app.UsePergola();
        await app.StartAsync(Cancelled);
        return app;
    }

    private static async Task<(int Status, string Text)> AskAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled));
    }
}
