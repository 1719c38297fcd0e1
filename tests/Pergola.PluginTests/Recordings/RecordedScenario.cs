using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.Testing;

namespace Pergola.PluginTests.Recordings;

/// <summary>
/// A recorded conversation of several people with NocoBase. Every answer must be like the recorded one; where that is an error
/// of the server, a refusal that names the problem.
/// </summary>
internal sealed partial class RecordedScenario(AppUnderTest app)
{
    private readonly Dictionary<string, JsonElement> _known = new(StringComparer.Ordinal);

    /// <summary>Replays <c>plugins/&lt;plugin&gt;/tests/cases/&lt;name&gt;.json</c>.</summary>
    public static async Task ReplayAsync(Backend backend, string plugin, string name)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var scenario = new RecordedScenario(app);
        var (header, token) = await app.SignInAsync();
        Assert.Equal("Authorization", header);
        scenario._known["root"] = JsonSerializer.SerializeToElement(token["Bearer ".Length..]);
        scenario._known["root_id"] = JsonSerializer.SerializeToElement(1);
        var path = RepositoryRoot.Combine("plugins", plugin, "tests", "cases", name + ".json");
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        foreach (var step in file.RootElement.GetProperty("setup").EnumerateArray())
        {
            await scenario.PrepareAsync(step);
        }

        foreach (var step in file.RootElement.GetProperty("steps").EnumerateArray())
        {
            await scenario.PlayAsync(step);
        }
    }

    private async Task PrepareAsync(JsonElement step)
    {
        var (status, body) = await SendAsync(step);
        Assert.True(status < 300, $"{step.GetProperty("request")}: {status} {body}");
        Capture(step, body);
    }

    private async Task PlayAsync(JsonElement step)
    {
        var name = step.GetProperty("name").GetString();
        foreach (var request in step.TryGetProperty("prepare", out var before) ? before.EnumerateArray() : [])
        {
            await PrepareAsync(request);
        }

        var (status, body) = await SendAsync(step);
        var recorded = step.GetProperty("response");
        var expected = recorded.GetProperty("status").GetInt32();
        if (expected >= 500)
        {
            Assert.True(status is >= 400 and < 500, $"{name}: {status} {body}");
            Assert.NotEmpty(body.GetProperty("errors")[0].GetProperty("message").GetString()!);
            return;
        }

        Assert.True(expected == status, $"{name}: {status} {body}");
        Capture(step, body);
        var wanted = recorded.GetProperty("body");
        if (wanted.ValueKind == JsonValueKind.Object)
        {
            Compare(wanted, body, $"{name}: body");
        }
    }

    private Task<(int Status, JsonElement Body)> SendAsync(JsonElement step)
    {
        var request = step.GetProperty("request");
        var path = Fill(request.GetProperty("path").GetString()!)[1..];
        var query = request.TryGetProperty("query", out var parameters)
            ? string.Join(
                '&',
                parameters.EnumerateObject().Select(p => $"{p.Name}={Uri.EscapeDataString(Fill(p.Value.ToString()))}")
            )
            : "";
        var who = step.TryGetProperty("as", out var given) ? given.GetString()! : "root";
        return app.SendAsync(
            request.GetProperty("method").GetString()!,
            query.Length > 0 ? $"{path}?{query}" : path,
            request.TryGetProperty("body", out var body) ? Filled(body) : null,
            who == "anonymous" ? [] : [("Authorization", "Bearer " + _known[who].GetString())]
        );
    }

    private void Capture(JsonElement step, JsonElement body)
    {
        foreach (var capture in step.TryGetProperty("capture", out var all) ? all.EnumerateObject() : default)
        {
            var value = capture
                .Value.GetString()!
                .Split('.')
                .Aggregate(
                    body,
                    (at, key) =>
                        at.ValueKind == JsonValueKind.Array
                            ? at[int.Parse(key, CultureInfo.InvariantCulture)]
                            : at.GetProperty(key)
                );
            _known[capture.Name] = value.Clone();
        }
    }

    private void Compare(JsonElement want, JsonElement got, string at)
    {
        switch (want.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(got.ValueKind == JsonValueKind.Object, $"{at}: {got}");
                Assert.Equal(
                    (at, string.Join(' ', want.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal))),
                    (at, string.Join(' ', got.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)))
                );
                foreach (var property in want.EnumerateObject())
                {
                    Compare(property.Value, got.GetProperty(property.Name), $"{at}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(got.ValueKind == JsonValueKind.Array, $"{at}: {got}");
                Assert.Equal((at, want.GetArrayLength()), (at, got.GetArrayLength()));
                for (var index = 0; index < want.GetArrayLength(); index++)
                {
                    Compare(want[index], got[index], $"{at}.{index}");
                }

                break;
            case JsonValueKind.String when Kinds.TryGetValue(want.GetString()!, out var pattern):
                Assert.True(Regex.IsMatch(got.ToString(), pattern), $"{at}: {got}");
                break;
            default:
                var wanted = Filled(want);
                Assert.True(JsonElement.DeepEquals(wanted, got), $"{at}: {wanted} and not {got}");
                break;
        }
    }

    private JsonElement Filled(JsonElement value) =>
        JsonElement.Parse(
            Whole().Replace(value.GetRawText(), mark => _known[mark.Groups[1].Value].GetRawText()) is var text
                ? Fill(text)
                : "null"
        );

    private string Fill(string text) => Mark().Replace(text, mark => _known[mark.Groups[1].Value].ToString());

    private static IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["<iso-date>"] = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$",
            ["<uid>"] = "^[a-z0-9]{11}$",
        };

    [GeneratedRegex("\"\\{\\{(\\w+)\\}\\}\"")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Mark();
}
