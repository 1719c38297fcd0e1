using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.SystemSettings;

/// <summary>A changed setting holds from the next request on.</summary>
internal sealed class ForgetSettings(SettingsBook settings) : IRecordHandler
{
    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        settings.ForgetWith(session.Transaction);
        return ValueTask.CompletedTask;
    }
}
