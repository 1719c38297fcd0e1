using Npgsql;
using Pergola.Core.Errors;
using Pergola.Data.PostgreSql;
using Pergola.Testing.Databases;

namespace Pergola.PluginTests.Security;

[Trait("ASVS", "V9")]
public sealed class EncryptedDatabaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [OnPostgresFact]
    public async Task A_database_without_TLS_is_not_used_where_TLS_is_required()
    {
        await using var postgres = await TestPostgres.CreateAsync(Cancelled);
        await using var plain = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = plain.CreateCommand("SHOW ssl");
        Assert.SkipWhen((string?)await command.ExecuteScalarAsync(Cancelled) == "on", "The test server has TLS.");

        foreach (var mode in new[] { "require", "verify-ca", "verify-full" })
        {
            var failure = await Record.ExceptionAsync(async () =>
            {
                await using var opened = await PostgreSqlDatabase.OpenAsync(
                    new PostgreSqlOptions
                    {
                        ConnectionString = postgres.ConnectionString,
                        Tls = new PostgreSqlTls { Mode = mode },
                    },
                    Cancelled
                );
            });
            Assert.True(failure is NpgsqlException or UnavailableException, $"{mode}: {failure}");
        }
    }
}
