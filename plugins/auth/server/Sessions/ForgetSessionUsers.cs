using Pergola.App.Auth;
using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>A changed user or role assignment counts from the next request on.</summary>
internal sealed class ForgetSessionUsers(UserChanges changes) : IRecordHandler
{
    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        changes.NoteWith(session.Transaction);
        return ValueTask.CompletedTask;
    }
}
