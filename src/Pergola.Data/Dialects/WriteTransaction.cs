using System.Data.Common;

namespace Pergola.Data.Dialects;

/// <summary>
/// A write transaction and what follows its commit. Disposing without <see cref="CommitAsync"/> rolls back.
/// </summary>
public sealed class WriteTransaction(DbConnection connection, DbTransaction transaction, Func<ValueTask> release)
    : IAsyncDisposable
{
    private readonly List<Func<CancellationToken, ValueTask>> _beforeCommit = [];
    private readonly List<Func<CancellationToken, ValueTask>> _afterCommit = [];
    private bool _isDisposed;

    public DbConnection Connection { get; } = connection;

    public DbTransaction Transaction { get; } = transaction;

    /// <summary>Runs as the last part of the transaction; should it fail, nothing is committed.</summary>
    public void BeforeCommit(Func<CancellationToken, ValueTask> callback) => _beforeCommit.Add(callback);

    /// <summary>Runs once the transaction has committed; never when it rolls back.</summary>
    public void AfterCommit(Func<CancellationToken, ValueTask> callback) => _afterCommit.Add(callback);

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        foreach (var callback in _beforeCommit)
        {
            await callback(cancellationToken);
        }

        await Transaction.CommitAsync(cancellationToken);
        foreach (var callback in _afterCommit)
        {
            // The change is durable: a caller that went away must not keep others from hearing of it.
            await callback(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            // Rolling back may fail with the database; the turn of the next writer must come all the same.
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
        finally
        {
            await release();
        }
    }
}
