using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Plugins.ThemeEditor.Collections;

namespace Pergola.Plugins.ThemeEditor.Installation;

/// <summary>The four themes every installation has.</summary>
internal sealed class ThemeSeeds(SystemRows rows) : IInstaller
{
    private const string Themes = """
        [
          { "uid": "default", "config": { "name": "Default" }, "optional": true, "isBuiltIn": true, "default": false },
          { "uid": "dark", "config": { "name": "Dark", "algorithm": "darkAlgorithm" },
            "optional": true, "isBuiltIn": true, "default": false },
          { "uid": "compact",
            "config": { "name": "Compact", "algorithm": "compactAlgorithm", "token": { "fontSize": 16 } },
            "optional": true, "isBuiltIn": true, "default": true },
          { "uid": "compact_dark",
            "config": { "name": "Compact dark", "algorithm": ["compactAlgorithm", "darkAlgorithm"],
              "token": { "fontSize": 16, "colorBgHeader": "#000000", "colorPrimaryHeader": "#000000" } },
            "optional": true, "isBuiltIn": true, "default": false }
        ]
        """;

    public Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken) =>
        rows.SeedAsync(transaction, ThemeConfigCollection.Name, Themes, cancellationToken);
}
