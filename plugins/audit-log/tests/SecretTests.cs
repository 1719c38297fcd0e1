using System.Text;
using Pergola.Data.Sql;

namespace Pergola.Plugins.AuditLog.Tests;

[Trait("ASVS", "V7")]
public sealed class SecretTests
{
    /// <summary>Every column of every table of the log is searched for everything that was typed or made as a secret.</summary>
    [Theory]
    [OnEveryDatabase]
    public async Task No_secret_is_in_any_row(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        await app.DefineAsync(
            "vaults",
            "\"logging\":true,",
            """{"name":"name","type":"string","interface":"input"}""",
            """{"name":"code","type":"password","interface":"password"}""",
            """{"name":"inner","type":"string","interface":"input","hidden":true}"""
        );
        await app.DoAsync("collections:update?filterByTk=users", new { logging = true });
        var guest = await app.HireAsync("guest", []);
        await app.StatusAsync(null, "POST", "auth:signIn", new { account = "u_guest", password = "typed-wrong-1" });
        await app.StatusAsync(
            null,
            "POST",
            "auth:signIn",
            new { account = "typed-as-name", password = "typed-as-name" }
        );
        await app.DoAsync(
            "auth:changePassword",
            new
            {
                oldPassword = "pw-of-guest",
                newPassword = "brand-new-1",
                confirmPassword = "brand-new-1",
            },
            guest
        );
        await app.DoAsync("users:update?filterByTk=1", new { password = "root-pass-2", nickname = "Boss" });
        var root = await app.App.SignInAsync("nocobase", "root-pass-2");
        var key = await app.DoAsync(
            "apiKeys:create",
            new
            {
                name = "robot",
                role = new { name = "root" },
                expiresIn = "1d",
            },
            root
        );
        await app.DoAsync(
            "vaults:create",
            new
            {
                name = "v",
                code = "open-sesame",
                inner = "inner-thing",
            },
            root
        );
        await app.DoAsync(
            "vaults:update?filterByTk=1",
            new
            {
                name = "w",
                code = "open-again",
                inner = "other-thing",
            },
            root
        );
        await app.DoAsync("vaults:destroy?filterByTk=1", null, root);
        var log = new Watched(app.App, root);
        await log.SettleAsync();
        var text = await DumpAsync(app.App);
        Assert.Contains("Boss", text, StringComparison.Ordinal);
        Assert.Contains("\"secret\"", text, StringComparison.Ordinal);
        string[] secrets =
        [
            "pw-of-guest",
            "typed-wrong-1",
            "typed-as-name",
            "brand-new-1",
            "root-pass-2",
            "open-sesame",
            "open-again",
            "inner-thing",
            "other-thing",
            "admin123",
            "eyJ",
            key.GetProperty("token").GetString()!,
            app.Root.Value["Bearer ".Length..],
            .. await HashesAsync(app.App),
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static Task<string> DumpAsync(AppUnderTest app) =>
        ReadAsync(
            app,
            ["pergola_audit_entries", "pergola_audit_changes", "pergola_audit_settings"],
            "*",
            TestContext.Current.CancellationToken
        );

    /// <summary>The first characters of every hash that is stored.</summary>
    private static async Task<IEnumerable<string>> HashesAsync(AppUnderTest app) =>
        (
            await ReadAsync(
                app,
                ["users"],
                app.Schema["users"].Column("password").QuotedColumn,
                TestContext.Current.CancellationToken
            )
        )
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(hash => hash.Length > 20)
            .Select(hash => hash[..20]);

    private static async Task<string> ReadAsync(
        AppUnderTest app,
        string[] tables,
        string columns,
        CancellationToken cancellationToken
    )
    {
        var text = new StringBuilder();
        await using var connection = await app.Database.OpenAsync(cancellationToken);
        foreach (var table in tables)
        {
            var sql = new SqlWriter(app.Database.Dialect).Append(
                $"SELECT {columns} FROM {app.Schema[table].Table.Quoted}"
            );
            await using var command = app.Database.CreateCommand(connection, null, sql.ToStatement());
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                for (var index = 0; index < reader.FieldCount; index++)
                {
                    text.Append(reader.GetValue(index)).Append('\n');
                }
            }
        }

        return text.ToString();
    }
}
