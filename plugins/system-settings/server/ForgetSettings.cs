using Pergola.Data.Events;

namespace Pergola.Plugins.SystemSettings;

/// <summary>A changed setting holds from the next request on.</summary>
internal sealed class ForgetSettings(SettingsBook settings) : IRecordHandler
{
    public ValueTask CommittedAsync(RecordChange change, CancellationToken cancellationToken) =>
        settings.ForgetAsync(cancellationToken);
}
