using Pergola.App.Acl.Rules;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>Refuses a mode that does not exist; a changed one holds from the next request on.</summary>
internal sealed class KeepRoleMode(RulesStore rules) : IRecordHandler
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

    public ValueTask CommittedAsync(RecordChange change, CancellationToken cancellationToken)
    {
        rules.Mode = RoleModes.Parse(change.Record.Text(Field));
        return ValueTask.CompletedTask;
    }
}
