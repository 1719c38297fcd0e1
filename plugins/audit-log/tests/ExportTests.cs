using System.Text.Json;

namespace Pergola.Plugins.AuditLog.Tests;

[Trait("ASVS", "V5")]
public sealed class ExportTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_file_has_what_the_filter_selects_and_no_formula(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        foreach (var account in new[] { "=1+1", "@sum", "+x", "-x", "plain, \"quoted\"" })
        {
            await app.StatusAsync(null, "POST", "auth:signIn", new { account, password = "?" });
        }

        await app.WaitAsync(new { status = 401 }, 5);
        var (csv, headers) = await ReadAsync(app, "auditLogs:export?filter={\"status\":401}");
        Assert.Equal("text/csv", headers.ContentType?.MediaType);
        Assert.Equal("attachment", headers.ContentDisposition?.DispositionType);
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, lines.Length);
        Assert.Contains("userName,account,role", lines[0], StringComparison.Ordinal);
        foreach (var dangerous in new[] { "=1+1", "@sum", "+x", "-x" })
        {
            Assert.DoesNotContain("," + dangerous, csv, StringComparison.Ordinal);
            Assert.DoesNotContain(",\"" + dangerous, csv, StringComparison.Ordinal);
            Assert.Contains("'" + dangerous, csv, StringComparison.Ordinal);
        }

        Assert.Contains("\"plain, \"\"quoted\"\"\"", csv, StringComparison.Ordinal);
        var (json, _) = await ReadAsync(app, "auditLogs:export?format=jsonl&filter={\"status\":401}");
        var entries = json.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonElement.Parse(l))
            .ToList();
        Assert.Equal(
            ["plain, \"quoted\"", "-x", "+x", "@sum", "=1+1"],
            entries.Select(e => e.GetProperty("account").GetString())
        );

        // Who takes the log away is in the log.
        Assert.Equal(2, (await app.WaitAsync(new { resource = "auditLogs", action = "export" }, 2)).Count);
        var (empty, _) = await ReadAsync(app, "auditLogs:export?filter={\"status\":599}");
        Assert.Single(empty.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(string Text, System.Net.Http.Headers.HttpContentHeaders Headers)> ReadAsync(
        Watched app,
        string path
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.App.Client.BaseAddress + path));
        request.Headers.TryAddWithoutValidation(app.Root.Name, app.Root.Value);
        using var response = await app.App.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return (
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Content.Headers
        );
    }
}
