using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.Users.Passwords;

/// <summary>Notes when a password changes, so that tokens from before it are refused.</summary>
internal sealed class NotePasswordChange(TimeProvider clock) : IRecordHandler
{
    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var collection = change.Collection;
        if (
            collection.TryGetColumn("password", out var password)
            && collection.TryGetColumn("passwordChangeTz", out var changedAt)
            && change.Values.GetValueOrDefault(password) is not null
        )
        {
            change.Values[changedAt] = clock.GetUtcNow().ToUnixTimeMilliseconds();
        }

        return ValueTask.CompletedTask;
    }
}
