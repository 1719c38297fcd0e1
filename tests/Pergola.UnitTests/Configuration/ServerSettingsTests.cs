using Pergola.Hosting.Configuration;
using Pergola.Testing;

namespace Pergola.UnitTests.Configuration;

public sealed class ServerSettingsTests
{
    [Fact]
    public void Nothing_set_gives_the_defaults()
    {
        var settings = Read();
        Assert.Equal(13000, settings.Http.Port);
        Assert.Equal("/api/", settings.Http.ApiRoot);
        Assert.Equal("sqlite", settings.Database.Dialect);
        Assert.Equal(20 * 1024 * 1024, settings.Wire.BodyLimit);
        Assert.Equal("admin@nocobase.com", settings.Installation.RootEmail);
    }

    [Fact]
    public void Empty_text_counts_as_unset() => Assert.Equal(13000, Read(("APP_PORT", "")).Http.Port);

    [Theory]
    [InlineData("10mb", 10 * 1024 * 1024)]
    [InlineData("512kb", 512 * 1024)]
    [InlineData("1.5mb", 1536 * 1024)]
    [InlineData("1000", 1000)]
    public void Sizes_have_units(string text, long bytes) =>
        Assert.Equal(bytes, Read(("REQUEST_BODY_LIMIT", text)).Wire.BodyLimit);

    [Theory]
    [InlineData("/app", "api", "/app/api/")]
    [InlineData("/app/", "/api/", "/app/api/")]
    public void The_api_is_below_the_public_path(string publicPath, string apiPath, string root) =>
        Assert.Equal(root, new HttpOptions { PublicPath = publicPath, ApiBasePath = apiPath }.ApiRoot);

    [Theory]
    [InlineData("APP_PORT", "x")]
    [InlineData("APP_PORT", "70000")]
    [InlineData("REQUEST_BODY_LIMIT", "lots")]
    [InlineData("DB_DIALECT", "oracle")]
    [InlineData("DB_TIMEZONE", "nowhere")]
    [InlineData("LOGGER_LEVEL", "loud")]
    [InlineData("DB_POOL_IDLE", "-1")]
    public void A_bad_value_names_its_variable(string name, string value) =>
        Assert.Contains(
            name,
            Assert.Throws<ConfigurationException>(() => Read((name, value))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_host_needs_a_dialect() =>
        Assert.Contains(
            "DB_DIALECT",
            Assert.Throws<ConfigurationException>(() => Read(("DB_HOST", "db"))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_different_zones_contradict_each_other()
    {
        Assert.Throws<ConfigurationException>(() => Read(("DB_TIMEZONE", "+08:00"), ("TZ", "UTC")));
        Assert.Equal(
            TimeSpan.FromHours(8),
            Read(("DB_TIMEZONE", "+08:00"), ("TZ", "+08:00")).Localization.ServerZone.BaseUtcOffset
        );
        Assert.Equal(TimeSpan.FromHours(9), Read(("TZ", "Asia/Tokyo")).Localization.ServerZone.BaseUtcOffset);
    }

    [Fact]
    public void A_secret_may_come_from_a_file()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "pa:ss\n");
        var settings = Read(("DB_PASSWORD_FILE", path));
        File.Delete(path);
        Assert.Equal("pa:ss", settings.Database.Password);
    }

    [Fact]
    public void A_missing_file_names_its_variable() =>
        Assert.Contains(
            "DB_PASSWORD_FILE",
            Assert.Throws<ConfigurationException>(() => Read(("DB_PASSWORD_FILE", "/no/such/file"))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Underscored_is_exactly_true()
    {
        Assert.True(Read(("DB_UNDERSCORED", "true")).Database.Naming.Underscored);
        Assert.False(Read(("DB_UNDERSCORED", "yes")).Database.Naming.Underscored);
    }

    [Fact]
    public void The_reference_page_is_the_one_in_the_repository() =>
        Assert.Equal(ConfigurationPage.Write(), File.ReadAllText(RepositoryRoot.Combine(ConfigurationPage.Path)));

    private static ServerSettings Read(params (string Name, string Value)[] variables) =>
        ServerSettings.Read(variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal));
}
