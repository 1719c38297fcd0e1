using Pergola.App.Auth;
using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.Departments.Members;

/// <summary>Who belongs where, and what roles that brings, counts from the next request on.</summary>
internal sealed class ForgetMembers(UserChanges changes) : IRecordHandler
{
    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        changes.NoteWith(session.Transaction);
        return ValueTask.CompletedTask;
    }
}
