using Pergola.Hosting.Configuration;

namespace Pergola.UnitTests.Configuration;

public sealed class EnvironmentFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pergola-env-").FullName;

    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("  export A = 1  ", "1")]
    [InlineData("A=", "")]
    [InlineData("A=a b # comment", "a b")]
    [InlineData("A=a#b", "a#b")]
    [InlineData("A=#", "")]
    [InlineData("A='a # $b \\n'", "a # $b \\n")]
    [InlineData("A=\"a\\n\\\"b\\\" \\x\" # comment", "a\n\"b\" \\x")]
    [InlineData("A=\"one\ntwo\"", "one\ntwo")]
    [InlineData("A=postgres://u:p@h/d?x=y", "postgres://u:p@h/d?x=y")]
    [InlineData("\uFEFF# comment\r\n\r\nA=1\r\n", "1")]
    [InlineData("A=1\nA=2", "2")]
    public void Values_are_read_as_they_are_written(string text, string value) =>
        Assert.Equal(value, EnvironmentFile.Parse(text, ".env")["A"]);

    [Theory]
    [InlineData("A=1\nwords", "Line 2")]
    [InlineData("=1", "Line 1")]
    [InlineData("A B=1", "Line 1")]
    [InlineData("\nA=\"open\nB=2", "line 2")]
    public void A_line_that_makes_no_sense_is_named(string text, string place)
    {
        var message = Assert.Throws<ConfigurationException>(() => EnvironmentFile.Parse(text, "the.env")).Message;
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains("the.env", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        File.WriteAllText(Path.Combine(_folder, ".env"), "APP_PORT=1\nDB_USER=file\nDB_HOST=file");
        var all = Add(("APP_PORT", "2"), ("DB_HOST", ""));
        Assert.Equal(("2", "file", "file"), (all["APP_PORT"], all["DB_USER"], all["DB_HOST"]));
    }

    [Fact]
    public void Another_file_may_be_named_and_must_be_there()
    {
        File.WriteAllText(Path.Combine(_folder, ".env"), "APP_PORT=1");
        File.WriteAllText(Path.Combine(_folder, "other.env"), "DB_USER=other");
        var all = Add(("APP_ENV_PATH", "other.env"));
        Assert.Equal("other", all["DB_USER"]);
        Assert.False(all.ContainsKey("APP_PORT"));
        Assert.Contains(
            "APP_ENV_PATH",
            Assert.Throws<ConfigurationException>(() => Add(("APP_ENV_PATH", "missing.env"))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_file_nothing_is_added() => Assert.Equal(["A"], Add(("A", "1")).Keys);

    [Fact]
    public void Variables_are_used_or_named_as_unused()
    {
        Assert.Empty(UnusedVariables.Names.Intersect(EnvironmentMap.Variables.Select(v => v.Name)));
        Assert.Equal(UnusedVariables.Names.Count, UnusedVariables.Names.Distinct().Count());
        var settings = ServerSettings.Read(
            new Dictionary<string, string>
            {
                ["CDN_BASE_URL"] = "x",
                ["TELEMETRY_ENABLED"] = "",
                ["HOME"] = "/",
            }
        );
        Assert.Equal(["CDN_BASE_URL"], UnusedVariables.Of(settings.Configuration));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyDictionary<string, string> Add(params (string Name, string Value)[] variables) =>
        EnvironmentFile.AddTo(variables.ToDictionary(v => v.Name, v => v.Value), _folder);
}
