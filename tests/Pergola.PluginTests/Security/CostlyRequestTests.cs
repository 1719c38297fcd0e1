using System.Diagnostics;

namespace Pergola.PluginTests.Security;

/// <summary>Requests that are short to write and would be long to answer.</summary>
[Trait("ASVS", "V5")]
public sealed class CostlyRequestTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly string[] Patterns =
    [
        "^(a+)+$",
        "^(a|a)*c$",
        "^(a|aa)+$",
        "^(?=(a+)+$)b",
        "^(a*)*\\1b$",
        "(.*)(.*)(.*)(.*)(.*)(.*)(.*)\\7z",
        "(a+)(a+)(a+)(a+)(a+)\\1\\2\\3\\4\\5z",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(a?){200}a{200}b",
        "((a{1,100}){1,100}){1,100}b",
        "(x+x+)+y",
        "a{1,1000}b",
    ];

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_hostile_pattern_is_refused_or_stopped_within_seconds(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        await app.SendAsync(
            "POST",
            "collections:create",
            new { name = "texts", fields = new[] { new { name = "text", type = "text" } } },
            root
        );
        var rows = Enumerable.Range(0, 400).Select(n => new { text = new string('a', 250) + "!" + n }).ToList();
        for (var batch = 0; batch < 10; batch++)
        {
            Assert.Equal(200, (await app.SendAsync("POST", "texts:create?fields=id", rows, root)).Status);
        }

        foreach (var pattern in Patterns)
        {
            foreach (var name in new[] { "$regexp", "$notRegexp", "$iRegexp" })
            {
                var started = Stopwatch.GetTimestamp();
                var path = $"texts:list?pageSize=1&filter[text.{name}]={Uri.EscapeDataString(pattern)}";
                var (status, answer) = await app.SendAsync("GET", path, null, root);
                Assert.True(status is 200 or 400 or 503, $"{pattern}: {status} {answer}");
                Assert.True(Stopwatch.GetElapsedTime(started) < Limit, $"{pattern} {name}");
            }
        }

        Assert.Equal(200, (await app.SendAsync("GET", "texts:list?pageSize=1", null, root)).Status);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Patterns_that_look_around_or_refer_back_name_the_field(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        foreach (var pattern in new[] { "^(?=a)b", "a(?!b)", "(?<=a)b", "(a)\\1" })
        {
            var path = $"users:list?filter[nickname.$regexp]={Uri.EscapeDataString(pattern)}";
            var (status, answer) = await app.SendAsync("GET", path, null, root);
            Assert.Equal(400, status);
            Assert.Contains("nickname", answer.GetRawText(), StringComparison.Ordinal);
        }
    }
}
