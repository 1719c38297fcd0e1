using Pergola.Data.Dialects;
using Pergola.Data.Sqlite;

namespace Pergola.IntegrationTests.Databases;

public sealed class SqliteFixture : DatabaseFixture
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "pergola-test-" + Guid.NewGuid().ToString("N"));

    public override string? Missing => null;

    public string FilePath => Path.Combine(_folder, "test.db");

    protected override async Task<Database> CreateAsync(CancellationToken cancellationToken) =>
        await SqliteDatabase.OpenAsync(new SqliteOptions { Path = FilePath }, cancellationToken);

    protected override Task DropAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
