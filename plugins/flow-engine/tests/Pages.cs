using System.Text.Json;

namespace Pergola.Plugins.FlowEngine.Tests;

/// <summary>An app with one page.</summary>
internal sealed class Pages(AppUnderTest app, (string, string) root) : IAsyncDisposable
{
    public AppUnderTest App { get; } = app;

    public (string, string) Root { get; } = root;

    public static async Task<Pages> OpenAsync(Backend backend, string page)
    {
        var app = await AppUnderTest.StartAsync(backend);
        var pages = new Pages(app, await app.SignInAsync());
        await pages.SaveAsync(page);
        return pages;
    }

    public Task<JsonElement> SaveAsync(string model) => DoAsync("flowModels:save", model);

    public async Task<JsonElement> DoAsync(string path, string? body = null)
    {
        var (status, answer) = await SendAsync(path, body);
        Assert.True(status == 200, $"{path}: {status} {answer}");
        return answer.GetProperty("data");
    }

    public Task<(int Status, JsonElement Body)> SendAsync(string path, string? body = null) =>
        App.SendAsync("POST", path, body is null ? null : JsonElement.Parse(body), Root);

    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, answer) = await App.SendAsync("GET", path, null, Root);
        Assert.True(status == 200, $"{path}: {status} {answer}");
        return answer.GetProperty("data");
    }

    public async Task<int> StatusAsync(string path) => (await App.SendAsync("GET", path, null, Root)).Status;

    public Task<JsonElement> FindAsync(string query) => GetAsync("flowModels:findOne?" + query);

    /// <summary>Uids of the parts in a slot, whose places are counted from 1.</summary>
    public async Task<string> OutlineAsync(string query, string slot)
    {
        var parts = (await FindAsync(query)).GetProperty("subModels").GetProperty(slot).EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, parts.Count), parts.Select(p => p.GetProperty("sortIndex").GetInt32()));
        return string.Join(", ", parts.Select(p => p.GetProperty("uid").GetString()));
    }

    public async Task RefusesAsync(string path, string? body, string named)
    {
        var (status, answer) = await SendAsync(path, body);
        Assert.True(status == 400, $"{path} {body}: {status} {answer}");
        Assert.Contains(named, answer.ToString(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
