using Pergola.Data.Dialects;

namespace Pergola.IntegrationTests.Databases;

/// <summary>A database of its own for one test class.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private Database? _database;

    /// <summary>Why the tests of this class cannot run, null when they can.</summary>
    public abstract string? Missing { get; }

    public Database Database => _database ?? throw new InvalidOperationException("The fixture has not been started.");

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            _database = await CreateAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
            await DropAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task<Database> CreateAsync(CancellationToken cancellationToken);

    protected abstract Task DropAsync();
}
