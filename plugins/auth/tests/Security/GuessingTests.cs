using System.Diagnostics;

namespace Pergola.Plugins.Auth.Tests.Security;

/// <summary>What somebody learns who tries accounts and passwords: nothing, and not for long.</summary>
[Trait("ASVS", "V2")]
public sealed class GuessingTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Account_and_password_are_texts_and_nothing_else(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        object?[] odd =
        [
            new Dictionary<string, object?> { ["$ne"] = null },
            new Dictionary<string, object?> { ["$gt"] = "" },
            new[] { "nocobase" },
            new[] { "admin123" },
            Array.Empty<string>(),
            1,
            0.5,
            true,
            false,
        ];
        foreach (var value in odd)
        {
            foreach (
                var body in new object[]
                {
                    new { account = value, password = "admin123" },
                    new { account = "nocobase", password = value },
                    new { email = value, password = "admin123" },
                    new { account = value, password = value },
                }
            )
            {
                var (status, answer) = await app.SendAsync("POST", "auth:signIn", body);
                Assert.True(status == 400, $"{System.Text.Json.JsonSerializer.Serialize(body)}: {status} {answer}");
            }
        }

        foreach (var account in new[] { "' OR 1=1 --", "%", "nocobase%", "nocobase' --", "NOCOBASE", "nocobase\u0000" })
        {
            var (status, _) = await app.SendAsync("POST", "auth:signIn", new { account, password = "admin123" });
            Assert.True(status is 400 or 401, $"{account}: {status}");
        }

        await app.SignInAsync();
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Ten_wrong_passwords_close_an_account_however_its_name_is_written_and_from_anywhere(
        Backend backend
    )
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        string[] spellings = ["nocobase", "NocoBase", "NOCOBASE", "nocoBase", "nOCOBASE"];
        for (var attempt = 0; attempt < 10; attempt++)
        {
            // What a header says of where somebody comes from is not believed.
            var (status, _) = await app.SendAsync(
                "POST",
                "auth:signIn",
                new { account = spellings[attempt % spellings.Length], password = $"guess-{attempt}" },
                ("X-Forwarded-For", $"10.0.0.{attempt}")
            );
            Assert.Equal(401, status);
        }

        foreach (var account in spellings)
        {
            var (status, body) = await app.SendAsync(
                "POST",
                "auth:signIn",
                new { account, password = "admin123" },
                ("X-Forwarded-For", "10.9.9.9")
            );
            Assert.Equal(429, status);
            Assert.Equal("TOO_MANY_ATTEMPTS", body.GetProperty("errors")[0].GetProperty("code").GetString());
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task An_unknown_account_takes_as_long_as_a_wrong_password(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        await TimeAsync(app, "warm-up");
        var known = new List<TimeSpan>();
        var unknown = new List<TimeSpan>();
        for (var attempt = 0; attempt < 9; attempt++)
        {
            known.Add(await TimeAsync(app, "nocobase"));
            unknown.Add(await TimeAsync(app, $"nobody-{attempt}"));
        }

        // Without the work of a hash the unknown ones would be back some ten times sooner.
        var (shorter, longer) = (Median(unknown), Median(known));
        Assert.True(shorter > longer / 3 && longer > shorter / 3, $"unknown {shorter}, known {longer}");
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Asking_for_a_new_password_tells_nobody_which_addresses_have_accounts(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        foreach (var isAllowed in new[] { false, true })
        {
            await app.SendAsync(
                "POST",
                "authenticators:update?filterByTk=1",
                new { options = new { @public = new { enableResetPassword = isAllowed } } },
                root
            );
            var answers = new List<(int, string)>();
            foreach (var email in new[] { "admin@nocobase.com", "nobody@nocobase.com" })
            {
                var (status, body) = await app.SendAsync(
                    "POST",
                    "auth:lostPassword",
                    new { email },
                    ("X-Authenticator", "basic")
                );
                answers.Add((status, body.GetRawText()));
            }

            Assert.Single(answers.Distinct());
        }
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<TimeSpan> TimeAsync(AppUnderTest app, string account)
    {
        var started = Stopwatch.GetTimestamp();
        var (status, _) = await app.SendAsync("POST", "auth:signIn", new { account, password = "wrong" });
        Assert.Equal(401, status);
        return Stopwatch.GetElapsedTime(started);
    }
}
