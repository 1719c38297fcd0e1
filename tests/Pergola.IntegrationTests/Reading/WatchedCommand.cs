using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.IntegrationTests.Reading;

/// <summary>A command that tells before it runs.</summary>
internal sealed class WatchedCommand(DbCommand inner, Func<string, Task> before, Func<Task> afterCount) : DbCommand
{
    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible
    {
        get => inner.DesignTimeVisible;
        set => inner.DesignTimeVisible = value;
    }

    public override UpdateRowSource UpdatedRowSource
    {
        get => inner.UpdatedRowSource;
        set => inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => inner.Connection;
        set => inner.Connection = value;
    }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => inner.Transaction;
        set => inner.Transaction = value;
    }

    public override void Cancel() => inner.Cancel();

    public override void Prepare() => inner.Prepare();

    public override int ExecuteNonQuery() => throw new NotSupportedException("Readers are asynchronous.");

    public override object? ExecuteScalar() => throw new NotSupportedException("Readers are asynchronous.");

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        await before(CommandText);
        var result = await inner.ExecuteScalarAsync(cancellationToken);
        await afterCount();
        return result;
    }

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        throw new NotSupportedException("Readers are asynchronous.");

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(
        CommandBehavior behavior,
        CancellationToken cancellationToken
    )
    {
        await before(CommandText);
        return await inner.ExecuteReaderAsync(behavior, cancellationToken);
    }
}
