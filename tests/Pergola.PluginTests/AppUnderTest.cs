using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Plugins;
using Pergola.Data.Sqlite;
using Pergola.Hosting;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Configuration;
using Pergola.Plugins.Acl;
using Pergola.Plugins.Auth;
using Pergola.Plugins.Collections;
using Pergola.Plugins.Users;

namespace Pergola.PluginTests;

/// <summary>The whole app inside the test process, on a new SQLite database and a free port.</summary>
public sealed class AppUnderTest : IAsyncDisposable
{
    private readonly string _storage;
    private readonly WebApplication _app;

    private AppUnderTest(WebApplication app, string storage)
    {
        _app = app;
        _storage = storage;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1") + "/api/") };
    }

    /// <summary>Sends no token of its own.</summary>
    public HttpClient Client { get; }

    public static async Task<AppUnderTest> StartAsync(params (string Name, string Value)[] variables)
    {
        var storage = Directory.CreateTempSubdirectory("pergola-").FullName;
        var environment = variables
            .Append(("APP_PORT", "0"))
            .Append(("APP_HOST", "127.0.0.1"))
            .Append(("STORAGE_PATH", storage))
            .ToDictionary(v => v.Item1, v => v.Item2, StringComparer.Ordinal);
        IReadOnlyList<Plugin> plugins = [new AclPlugin(), new UsersPlugin(), new AuthPlugin(), new CollectionsPlugin()];
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddPergola(ServerSettings.Read(environment), new AppParts([new("sqlite", OpenAsync)], plugins));
        var app = builder.Build();
        app.UsePergola();
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<AppLife>().Started;
        return new AppUnderTest(app, storage);
    }

    /// <summary>Sends a request; the body is written as JSON.</summary>
    public async Task<(int Status, JsonElement Body)> SendAsync(
        string method,
        string path,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Client.BaseAddress + path));
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = text.StartsWith('{') ? JsonDocument.Parse(text).RootElement.Clone() : default;
        return ((int)response.StatusCode, json);
    }

    /// <summary>Signs in and returns the header that says so.</summary>
    public async Task<(string Name, string Value)> SignInAsync(
        string account = "nocobase",
        string password = "admin123"
    )
    {
        var (status, body) = await SendAsync("POST", "auth:signIn", new { account, password });
        Assert.Equal(200, status);
        return ("Authorization", "Bearer " + body.GetProperty("data").GetProperty("token").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_storage, recursive: true);
    }

    private static async Task<Data.Dialects.Database> OpenAsync(
        ServerSettings settings,
        CancellationToken cancellationToken
    ) =>
        await SqliteDatabase.OpenAsync(
            new SqliteOptions { Path = Path.Combine(settings.StoragePath, "test.db") },
            cancellationToken
        );
}
