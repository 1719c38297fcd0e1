using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.EnvironmentVariables.Values;

/// <summary>A changed variable holds from its commit on; several of one transaction are read at once.</summary>
internal sealed class KeepVariablesCurrent(VariableBook book) : IRecordHandler
{
    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        book.ForgetWith(session.Transaction);
        return ValueTask.CompletedTask;
    }
}
