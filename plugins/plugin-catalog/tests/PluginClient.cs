using System.Net.Http.Headers;
using System.Text.Json;
using Pergola.PluginTests.Apps;

namespace Pergola.Plugins.PluginCatalog.Tests;

/// <summary>Switches plugins as root, and waits for how it went.</summary>
internal sealed class PluginClient(AppUnderTest app, (string Name, string Value) root)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<PluginClient> SignInAsync(AppUnderTest app) => new(app, await app.SignInAsync());

    public async Task<(int Status, string Message)> SwitchAsync(string action, string names) =>
        Outcome(await app.SendAsync("POST", $"{Path(action)}&filterByTk={Uri.EscapeDataString(names)}", null, root));

    public async Task<(int Status, string Message)> SendAsync(string action, object body) =>
        Outcome(await app.SendAsync("POST", Path(action), body, root));

    public async Task<(int Status, string Message)> UploadAsync(string action, byte[] package)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Client.BaseAddress + Path(action)));
        using var file = new ByteArrayContent(package);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", "plugin.nupkg" } };
        request.Content = form;
        request.Headers.TryAddWithoutValidation(root.Name, root.Value);
        using var response = await app.Client.SendAsync(request, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return Outcome(((int)response.StatusCode, JsonElement.Parse(text)));
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, body) = await app.SendAsync("GET", path, null, root);
        Assert.Equal(200, status);
        return body.GetProperty("data");
    }

    /// <summary>Version, whether it is on, and where it comes from; null when there is no such plugin.</summary>
    public async Task<(string Version, bool Enabled, string Origin)?> StateAsync(string name) =>
        await FindAsync(name) is { } found
            ? (
                found.GetProperty("version").GetString()!,
                found.GetProperty("enabled").GetBoolean(),
                found.GetProperty("packageJson").GetProperty("pergola").GetProperty("origin").GetString()!
            )
            : null;

    public async Task<string?> ErrorAsync(string name) =>
        (await FindAsync(name))?.GetProperty("packageJson").GetProperty("pergola").GetProperty("error").GetString();

    public async Task<string?> ModuleAsync(string name) =>
        (await GetAsync("pm:listEnabledV2"))
            .EnumerateArray()
            .Where(p => p.GetProperty("name").GetString() == name)
            .Select(p => p.TryGetProperty("module", out var module) ? module.GetString() : null)
            .FirstOrDefault();

    public async Task<(int Status, string? Text)> SayAsync(string name)
    {
        var (status, body) = await app.SendAsync("GET", $"{name}:say", null, root);
        return (status, status == 200 ? body.GetProperty("data").GetString() : null);
    }

    private async Task<JsonElement?> FindAsync(string name)
    {
        var found = (await GetAsync("pm:list")).EnumerateArray().Where(p => p.GetProperty("name").GetString() == name);
        return found.Select(p => (JsonElement?)p).FirstOrDefault();
    }

    private static string Path(string action) => $"pm:{action}?awaitResponse=true";

    private static (int Status, string Message) Outcome((int Status, JsonElement Body) answer) =>
        (
            answer.Status,
            answer.Body.TryGetProperty("errors", out var errors)
                ? errors[0].GetProperty("message").GetString()!
                : string.Empty
        );
}
