using Npgsql;
using Pergola.Data.PostgreSql;

namespace Pergola.UnitTests.Configuration;

/// <summary>What the settings ask of the connection to PostgreSQL is what the driver is told.</summary>
[Trait("ASVS", "V9")]
public sealed class DatabaseEncryptionTests
{
    [Theory]
    [InlineData("disable", null, SslMode.Disable)]
    [InlineData("prefer", null, SslMode.Prefer)]
    [InlineData("require", null, SslMode.Require)]
    [InlineData("REQUIRE", null, SslMode.Require)]
    [InlineData("verify-ca", null, SslMode.VerifyCA)]
    [InlineData("verify-full", null, SslMode.VerifyFull)]
    [InlineData("require", true, SslMode.VerifyFull)]
    [InlineData(null, true, SslMode.VerifyFull)]
    public void The_mode_of_the_settings_is_the_mode_of_the_driver(string? mode, bool? rejects, SslMode expected)
    {
        var options = new PostgreSqlOptions
        {
            Host = "db",
            Tls = new PostgreSqlTls { Mode = mode, RejectUnauthorized = rejects },
        };
        using var source = PostgreSqlPool.Create(options);
        Assert.Equal(expected, new NpgsqlConnectionStringBuilder(source.ConnectionString).SslMode);
    }

    [Fact]
    public void An_unknown_mode_is_refused_instead_of_being_none() =>
        Assert.Throws<ArgumentException>(() =>
            PostgreSqlPool.Create(
                new PostgreSqlOptions
                {
                    Host = "db",
                    Tls = new PostgreSqlTls { Mode = "maybe" },
                }
            )
        );
}
