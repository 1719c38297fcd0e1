using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Plugins.SystemSettings.Collections;

namespace Pergola.Plugins.SystemSettings.Installation;

/// <summary>What a new installation is called and speaks.</summary>
internal sealed class SystemSettingsSeed(SystemRows rows, InstallationOptions options) : IInstaller
{
    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var row = new
        {
            title = "Pergola",
            logoId = 1,
            appLang = options.AppLocale,
            enabledLanguages = new[] { options.AppLocale },
            allowSignUp = true,
            smsAuthEnabled = false,
            options = new { },
            roleMode = "default",
        };
        await rows.SeedAsync(
            transaction,
            SystemSettingsCollection.Name,
            JsonSerializer.Serialize(new[] { row }, JsonText.Serializer),
            cancellationToken
        );
    }
}
