using Pergola.App.Auth;
using Pergola.Data.Events;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>A changed user or role assignment counts from the next request on.</summary>
internal sealed class ForgetSessionUsers(UserChanges changes) : IRecordHandler
{
    public ValueTask CommittedAsync(RecordChange change, CancellationToken cancellationToken)
    {
        changes.Note();
        return ValueTask.CompletedTask;
    }
}
