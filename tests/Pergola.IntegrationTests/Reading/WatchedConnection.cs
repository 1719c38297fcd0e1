using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.IntegrationTests.Reading;

/// <summary>A connection whose commands tell before they run.</summary>
internal sealed class WatchedConnection(DbConnection inner, Func<string, Task> before, Func<Task> afterCount)
    : DbConnection
{
    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    /// <summary>Nothing: readers dispose of connections, which gives them back.</summary>
    public override void Close() { }

    public override void Open() => inner.Open();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        inner.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => new WatchedCommand(inner.CreateCommand(), before, afterCount);
}
