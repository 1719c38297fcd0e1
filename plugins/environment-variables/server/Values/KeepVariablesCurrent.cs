using System.Runtime.CompilerServices;
using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.EnvironmentVariables.Values;

/// <summary>A changed variable holds from its commit on; several of one transaction are read at once.</summary>
internal sealed class KeepVariablesCurrent(VariableBook book) : IRecordHandler
{
    private readonly ConditionalWeakTable<WriteTransaction, object> _noted = [];

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (_noted.TryAdd(session.Transaction, this))
        {
            session.Transaction.AfterCommit(book.ForgetAsync);
        }

        return ValueTask.CompletedTask;
    }
}
