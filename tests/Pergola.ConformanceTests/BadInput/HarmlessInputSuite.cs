using System.Diagnostics;
using System.Text.Json;
using Pergola.Testing.Servers;
using Xunit;

namespace Pergola.ConformanceTests.BadInput;

/// <summary>What looks dangerous and is not: stored and answered as it was given.</summary>
[Trait("ASVS", "V5")]
public abstract class HarmlessInputSuite(SharedServers servers, string dialect)
{
    private static readonly string[] Texts =
    [
        "'; DROP TABLE users; --",
        "\" OR \"\"=\"",
        "$1 ?1 :a @a {0} %s %n",
        "\\",
        "\\\\'",
        "%_[^]",
        "a\nb\r\n\tc",
        "\u0001\u001f\u007f",
        "\u202eright to left\u202c",
        "e\u0301 é ＡＢＣ ß ı İ",
        "𝕌𝕟𝕚𝕔𝕠𝕕𝕖 👩‍👩‍👧‍👦",
        "\uFEFFmark",
        "\uFFFD\uFFFF",
        "<script>alert(1)</script>",
        "{{$user.id}}",
        "null",
        " ",
    ];

    public static TheoryData<string> TextData { get; } = [.. Texts];

    [Theory]
    [MemberData(nameof(TextData))]
    public async Task Text_comes_back_as_it_was(string text)
    {
        var client = await ClientAsync();
        var collection = await CreateAsync(client, """{"name":"name","type":"string"},{"name":"doc","type":"json"}""");
        var values = new { name = text, doc = new Dictionary<string, string> { [text] = text } };
        await client.PostAsync(collection + ":create", values, Cancellation);
        await client.PostAsync(collection + ":create", new { name = "another" }, Cancellation);

        // A text in braces is a variable in a filter, so that it is looked for as a part.
        var filter = JsonSerializer.Serialize(new Dictionary<string, object?> { ["name.$in"] = new[] { text } });
        var found = await client.GetAsync(collection + ":list" + ApiClient.Query(("filter", filter)), Cancellation);

        var record = Assert.Single(found.Data.EnumerateArray());
        Assert.Equal(text, record.GetProperty("name").GetString());
        Assert.Equal(text, record.GetProperty("doc").GetProperty(text).GetString());
    }

    [Fact]
    public async Task Numbers_keep_their_digits()
    {
        var client = await ClientAsync();
        var collection = await CreateAsync(
            client,
            """{"name":"big","type":"bigInt"},{"name":"exact","type":"decimal","precision":65,"scale":30},{"name":"doc","type":"json"}"""
        );
        const string exact = "12345678901234567890123456789012345.123456789012345678901234567891";
        var body = $$"""{"big":-9223372036854775808,"exact":"{{exact}}","doc":{"n":{{exact}}} }""";
        await client.PostAsync(collection + ":create", body, Cancellation);

        var record = (await client.GetAsync(collection + ":list", Cancellation)).Data[0];

        Assert.Equal("-9223372036854775808", record.GetProperty("big").GetString());
        Assert.Equal(exact, record.GetProperty("exact").GetString());
        Assert.Equal(exact, record.GetProperty("doc").GetProperty("n").GetRawText());
    }

    [Fact]
    public async Task A_list_of_100_000_values_is_one_condition()
    {
        var client = await ClientAsync();
        var collection = await CreateAsync(client, """{"name":"n","type":"integer"}""");
        await client.PostAsync(collection + ":create", """[{"n":7},{"n":99999},{"n":100001}]""", Cancellation);
        var filter = "{\"n.$in\":[" + string.Join(',', Enumerable.Range(0, 100_000)) + "]}";
        var started = Stopwatch.GetTimestamp();

        var found = await client.GetAsync(
            collection + ":list?sort=n&fields=n&filter=" + filter.Replace("\"", "%22"),
            Cancellation
        );

        Assert.Equal("""[{"n":7},{"n":99999}]""", found.Data.GetRawText());
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("page=1000000")]
    [InlineData("page=2147483647&pageSize=2147483647")]
    public async Task A_page_behind_the_last_one_is_empty(string paging)
    {
        var client = await ClientAsync();
        var collection = await CreateAsync(client, """{"name":"n","type":"integer"}""");
        await client.PostAsync(collection + ":create", """{"n":7}""", Cancellation);

        var answer = await client.GetAsync($"{collection}:list?{paging}", Cancellation);

        Assert.Equal(0, answer.Data.GetArrayLength());
        Assert.Equal(1, answer.Body!.Value.GetProperty("meta").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_document_60_levels_deep_comes_back()
    {
        var client = await ClientAsync();
        var collection = await CreateAsync(client, """{"name":"doc","type":"json"},{"name":"docb","type":"jsonb"}""");
        var document = new string('[', 60) + "1" + new string(']', 60);
        await client.PostAsync(collection + ":create", $$"""{"doc":{{document}},"docb":{{document}}}""", Cancellation);

        var record = (await client.GetAsync(collection + ":list", Cancellation)).Data[0];

        Assert.Equal(document, record.GetProperty("doc").GetRawText());
        Assert.Equal(document, record.GetProperty("docb").GetRawText().Replace(" ", ""));
    }

    [Fact]
    public async Task Names_that_differ_in_case_only_are_told_apart_or_refused()
    {
        var client = await ClientAsync();
        var collection = await CreateAsync(client, """{"name":"n","type":"integer"}""");
        var other = collection.ToUpperInvariant().Replace("FREE_", "free_");

        var table = await client.PostAsync("collections:create", new { name = other }, Cancellation);
        var column = await client.PostAsync(
            $"collections/{collection}/fields:create",
            new { name = "N", type = "string" },
            Cancellation
        );

        Assert.True(table.Status is 200 || table.Messages?.Contains(other) is true, $"{table}");
        Assert.True(column.Status is 200 || column.Messages?.Contains('N') is true, $"{column}");
        await client.PostAsync(collection + ":create", """{"n":7}""", Cancellation);
        Assert.Equal(
            7,
            (await client.GetAsync(collection + ":list", Cancellation)).Data[0].GetProperty("n").GetInt32()
        );
    }

    [Theory]
    [InlineData(1_000, 400)]
    [InlineData(2_000_000, 414)]
    public async Task A_long_request_line_is_refused_at_its_limit(int length, int status)
    {
        var client = await ClientAsync();

        var answer = await client.GetAsync("users:list?filter=" + new string('x', length), Cancellation);

        Assert.Equal(status, answer.Status);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<ApiClient> ClientAsync()
    {
        Assert.SkipWhen(SharedServers.SkipReason(dialect) is not null, SharedServers.SkipReason(dialect) ?? "");
        return (await servers.GetAsync(dialect)).Client;
    }

    /// <summary>A new collection with a name of its own.</summary>
    private static async Task<string> CreateAsync(ApiClient client, string fields)
    {
        var name = $"free_{Guid.NewGuid():N}";
        var answer = await client.PostAsync(
            "collections:create",
            $$"""{"name":"{{name}}","fields":[{{fields}}]}""",
            Cancellation
        );
        _ = answer.Data;
        return name;
    }
}

public sealed class SqliteHarmlessInputTests(SharedServers servers) : HarmlessInputSuite(servers, "sqlite");

public sealed class PostgresHarmlessInputTests(SharedServers servers) : HarmlessInputSuite(servers, "postgres");
