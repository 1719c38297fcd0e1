using System.Security.Cryptography;
using Pergola.Testing;
using Pergola.Testing.Databases;
using Pergola.Testing.Servers;

namespace Pergola.Plugins.EnvironmentVariables.Tests.Security;

[Trait("ASVS", "V6")]
public sealed class SecretKeyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<Backend, string> Installations { get; } =
        new()
        {
            { Backend.PostgreSql, "nocobase-2.2.15-shop" },
            { Backend.PostgreSqlUnderscored, "nocobase-2.2.15-shop-underscored" },
        };

    [OnPostgresTheory]
    [MemberData(nameof(Installations))]
    public async Task Secrets_of_an_existing_installation_are_read_with_its_key(Backend backend, string name)
    {
        await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
        await DatabaseDump.RestoreAsync(name + ".sql.gz", database.ConnectionString!, Cancelled);
        foreach (var place in new[] { "apps", "environment-variables" })
        {
            var folder = Directory.CreateDirectory(Path.Combine(database.Storage, place, "main"));
            var key = Path.Combine(folder.FullName, "aes_key.dat");
            File.Copy(RepositoryRoot.Combine("tests", "Pergola.Testing", "Fixtures", name + ".aes_key.dat"), key);
            await using (var vault = await Vault.OpenAsync(database))
            {
                Assert.Equal("The shop: hush", vault.Render("{{$env.SHOP_NAME}}: {{$env.SHOP_SECRET}}"));
            }

            File.Delete(key);
        }
    }

    [Fact]
    public async Task A_key_is_made_for_its_owner_alone_and_kept()
    {
        await using var database = await TestDatabase.CreateAsync(Backend.Sqlite, Cancelled);
        await using (var vault = await Vault.OpenAsync(database))
        {
            await vault.SetAsync("S", "secret", "hush");
        }

        var path = KeyOf(database);
        Assert.Equal(32, new FileInfo(path).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        await using var again = await Vault.OpenAsync(database);
        Assert.Equal("hush", again.Render("{{$env.S}}"));
    }

    [OnPostgresFact]
    public async Task Nodes_that_start_at_once_on_one_storage_have_one_key()
    {
        await using var database = await TestDatabase.CreateAsync(Backend.PostgreSql, Cancelled);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Vault.OpenAsync(database)));
        await nodes[0].SetAsync("S", "secret", "hush");
        foreach (var node in nodes)
        {
            Assert.Equal(200, (await node.PostAsync("app:clearCache")).Status);
            Assert.Equal("hush", node.Render("{{$env.S}}"));
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_environment_goes_before_the_storage()
    {
        await using var database = await TestDatabase.CreateAsync(Backend.Sqlite, Cancelled);
        var bytes = RandomNumberGenerator.GetBytes(32);
        var file = Path.Combine(database.Storage, "given.dat");
        await File.WriteAllBytesAsync(file, bytes, Cancelled);
        await using (var vault = await Vault.OpenAsync(database, ("APP_AES_SECRET_KEY", Convert.ToHexString(bytes))))
        {
            await vault.SetAsync("S", "secret", "hush");
        }

        Assert.False(File.Exists(KeyOf(database)));
        await using (var vault = await Vault.OpenAsync(database, ("APP_AES_SECRET_KEY_PATH", file)))
        {
            Assert.Equal("hush", vault.Render("{{$env.S}}"));
        }

        // Another key: the secret has no value, and everything else goes on.
        await using var other = await Vault.OpenAsync(database);
        Assert.Equal("()", other.Render("({{$env.S}})"));
        Assert.Single((await other.ListAsync()).GetProperty("data").EnumerateArray().ToList());
        await other.DoAsync("environmentVariables:update?filterByTk=S", new { value = "again" });
        Assert.Equal("again", other.Render("{{$env.S}}"));
    }

    [Theory]
    [InlineData("APP_AES_SECRET_KEY", "0123abc", "APP_AES_SECRET_KEY must be 64 hexadecimal digits.")]
    [InlineData("APP_AES_SECRET_KEY_PATH", "missing.dat", "APP_AES_SECRET_KEY_PATH names missing.dat")]
    public async Task A_key_that_is_none_ends_the_start_with_a_sentence_that_names_it(
        string variable,
        string value,
        string message
    )
    {
        await using var database = await TestDatabase.CreateAsync(Backend.Sqlite, Cancelled);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Vault.OpenAsync(database, (variable, value)));
        Environment.ExitCode = 0;
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123abc", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_key_file_ends_the_start_and_stays_as_it_is()
    {
        await using var database = await TestDatabase.CreateAsync(Backend.Sqlite, Cancelled);
        var path = KeyOf(database);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, new byte[31], Cancelled);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Vault.OpenAsync(database));
        Environment.ExitCode = 0;
        Assert.Contains("must hold the 32 bytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(31, new FileInfo(path).Length);
    }

    [Fact]
    public async Task The_log_names_what_is_wrong_and_shows_no_value()
    {
        var folder = Directory.CreateTempSubdirectory("pergola-");
        try
        {
            var path = Path.Combine(folder.FullName, "open.dat");
            await File.WriteAllBytesAsync(path, RandomNumberGenerator.GetBytes(32), Cancelled);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, (UnixFileMode)0b110_100_100);
            }

            await using (var server = await StartAsync(path, "info"))
            {
                Assert.Contains("Others than its owner may read", server.Output, StringComparison.Ordinal);
            }

            await using var loud = await StartAsync(path, "trace");
            using var root = await ApiClient.SignInAsync(loud.BaseAddress, Cancelled);
            var body = new
            {
                name = "S",
                type = "secret",
                value = "typed-secret-value",
            };
            await root.PostAsync("environmentVariables:create", body, Cancelled);
            await root.PostAsync("environmentVariables:create", body, Cancelled);
            await root.PostAsync("environmentVariables:update?filterByTk=S", new { type = "default" }, Cancelled);
            await root.GetAsync("environmentVariables:list", Cancelled);
            Assert.DoesNotContain("typed-secret-value", loud.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<ServerProcess> StartAsync(string key, string level) =>
        ServerProcess.StartOnSqliteAsync(
            new Dictionary<string, string>
            {
                ["APP_AES_SECRET_KEY_PATH"] = key,
                ["LOGGER_LEVEL"] = level,
                ["DB_LOGGING"] = level == "trace" ? "on" : "off",
            },
            Cancelled
        );

    private static string KeyOf(TestDatabase database) => Path.Combine(database.Storage, "apps", "main", "aes_key.dat");
}
