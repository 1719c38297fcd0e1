using Pergola.Testing.Databases;
using Pergola.Testing.Servers;

namespace Pergola.PluginTests.Security;

/// <summary>What the server prints while people work with it.</summary>
[Trait("ASVS", "V7")]
public sealed class LogTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public Task Nothing_secret_is_logged_however_much_is_logged_on_sqlite() =>
        JourneyAsync(settings => ServerProcess.StartOnSqliteAsync(settings, Cancelled));

    [OnPostgresFact]
    public Task Nothing_secret_is_logged_however_much_is_logged_on_postgres() =>
        JourneyAsync(settings => ServerProcess.StartOnPostgresAsync(settings, Cancelled));

    [Fact]
    public async Task What_callers_send_writes_no_lines_of_its_own()
    {
        await using var server = await ServerProcess.StartOnSqliteAsync(
            new Dictionary<string, string> { ["LOGGER_LEVEL"] = "trace", ["DB_LOGGING"] = "on" },
            Cancelled
        );
        using var root = await ApiClient.SignInAsync(server.BaseAddress, Cancelled);
        const string Forged = "x\r\n2026-01-01T00:00:00.000Z error forged-line\u2028forged-too";
        foreach (var account in new[] { Forged, "forged-line\nforged-line" })
        {
            await root.PostAsync("auth:signIn", new { account, password = Forged }, Cancelled);
        }

        await root.GetAsync("users%0aforged-line:list", Cancelled);
        await root.GetAsync("users:list?filter[forged-line%0a]=%0aforged-line", Cancelled);
        await root.PostAsync("collections:create", new { name = Forged, title = Forged }, Cancelled);
        await root.PostAsync("users:create", new { nickname = Forged }, Cancelled);
        Assert.DoesNotContain(
            server.Output.Split('\n'),
            line =>
                line.StartsWith("forged", StringComparison.Ordinal)
                || line.Contains("Z error forged", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_default_password_is_announced_with_the_advice_to_change_it_and_a_chosen_one_is_not()
    {
        await using var known = await ServerProcess.StartOnSqliteAsync(cancellationToken: Cancelled);
        await WaitAsync(known, "First account");
        Assert.Contains(
            "password admin123. Change it before others can reach this server.",
            known.Output,
            StringComparison.Ordinal
        );

        await using var chosen = await ServerProcess.StartOnSqliteAsync(
            new Dictionary<string, string> { ["INIT_ROOT_PASSWORD"] = "chosen-by-somebody-1" },
            Cancelled
        );
        await WaitAsync(chosen, "First account");
        Assert.DoesNotContain("chosen-by-somebody-1", chosen.Output, StringComparison.Ordinal);
    }

    private static async Task JourneyAsync(Func<Dictionary<string, string>, Task<ServerProcess>> start)
    {
        const string Key = "the-signing-key-of-this-test";
        await using var server = await start(
            new()
            {
                ["LOGGER_LEVEL"] = "trace",
                ["DB_LOGGING"] = "on",
                ["APP_KEY"] = Key,
                ["INIT_ROOT_PASSWORD"] = ApiClient.RootPassword,
            }
        );
        using var root = await ApiClient.SignInAsync(server.BaseAddress, Cancelled);
        var first = root.Token;
        await root.PostAsync("auth:signIn", new { account = "nocobase", password = "typed-wrong-1" }, Cancelled);
        await root.PostAsync("auth:signUp", new { username = "a@b", password = "half-typed-2" }, Cancelled);
        await root.PostAsync("users:create", new { username = "eva", password = "eva-password-3" }, Cancelled);
        await root.PostAsync("users:update?filterByTk=2", new { password = "eva-password-4" }, Cancelled);
        var key = await root.PostAsync(
            "apiKeys:create",
            new
            {
                name = "ci",
                role = new { name = "root" },
                expiresIn = "1d",
            },
            Cancelled
        );
        using var anybody = new HttpClient();
        var link = new Uri(server.BaseAddress + "users:list?token=" + first);
        Assert.Equal(200, (int)(await anybody.GetAsync(link, Cancelled)).StatusCode);
        await root.PostAsync(
            "auth:resetPassword",
            new { resetToken = first, password = "reset-password-5" },
            Cancelled
        );
        await root.PostAsync(
            "auth:changePassword",
            new
            {
                oldPassword = ApiClient.RootPassword,
                newPassword = "changed-6",
                confirmPassword = "changed-6",
            },
            Cancelled
        );
        await WaitAsync(server, "UPDATE ");
        var output = server.Output.Replace("password admin123.", "", StringComparison.Ordinal);
        string[] secrets =
        [
            "admin123",
            "typed-wrong-1",
            "half-typed-2",
            "eva-password-3",
            "eva-password-4",
            "reset-password-5",
            "changed-6",
            Key,
            first,
            key.Data.GetProperty("token").GetString()!,
            "eyJ",
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, output, StringComparison.Ordinal));
    }

    private static async Task WaitAsync(ServerProcess server, string text)
    {
        for (var attempt = 0; attempt < 200 && !server.Output.Contains(text, StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(50, Cancelled);
        }

        Assert.Contains(text, server.Output, StringComparison.Ordinal);
    }
}
