using Pergola.App.Auth;
using Pergola.Data.Events;

namespace Pergola.Plugins.Departments.Members;

/// <summary>Who belongs where, and what roles that brings, counts from the next request on.</summary>
internal sealed class ForgetMembers(UserChanges changes) : IRecordHandler
{
    public ValueTask CommittedAsync(RecordChange change, CancellationToken cancellationToken)
    {
        changes.Note();
        return ValueTask.CompletedTask;
    }
}
