using Pergola.App.Signals;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Acl.Rules;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>Refuses a mode that does not exist; a changed one holds from the next request on.</summary>
internal sealed class KeepRoleMode(ChangeSignals signals) : IRecordHandler
{
    private const string Field = "roleMode";

    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Values.TryGetValue(change.Collection.Column(Field), out var given))
        {
            RoleModes.Parse(given as string);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        signals.RaiseWith(session.Transaction, RulesReader.ModeTopic, string.Empty);
        return ValueTask.CompletedTask;
    }
}
