using System.Collections.Concurrent;
using System.Data.Common;
using Pergola.Data.Dialects;

namespace Pergola.IntegrationTests.Reading;

/// <summary>A database that notes the statements sent to it and can hold or fail them.</summary>
internal sealed class WatchedDatabase(Database inner) : Database
{
    private readonly ConcurrentQueue<string> _statements = [];
    private int _counted;

    /// <summary>Texts of the statements in the order they were sent.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    /// <summary>Runs before each statement, which waits for it and fails with it.</summary>
    public Func<string, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Runs after each count, before its result is given to anybody.</summary>
    public Func<Task> AfterCount { get; set; } = static () => Task.CompletedTask;

    /// <summary>Number of counts that have been executed.</summary>
    public int Counted => Volatile.Read(ref _counted);

    public override Dialect Dialect => inner.Dialect;

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        new WatchedConnection(await inner.OpenAsync(cancellationToken), NoteAsync, NoteCountAsync);

    public override ValueTask<WriteTransaction> BeginAsync(CancellationToken cancellationToken) =>
        inner.BeginAsync(cancellationToken);

    public override Task LockAsync(WriteTransaction transaction, string name, CancellationToken cancellationToken) =>
        inner.LockAsync(transaction, name, cancellationToken);

    public override ValueTask<IReadOnlyList<string>> FindConstraintColumnsAsync(
        string table,
        string constraint,
        CancellationToken cancellationToken
    ) => inner.FindConstraintColumnsAsync(table, constraint, cancellationToken);

    /// <summary>The database it watches belongs to somebody else.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task NoteCountAsync()
    {
        Interlocked.Increment(ref _counted);
        return AfterCount();
    }

    private Task NoteAsync(string statement)
    {
        _statements.Enqueue(statement);
        return Before(statement);
    }
}
