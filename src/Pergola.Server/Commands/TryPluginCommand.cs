using System.Text.Json;
using Pergola.Hosting.Apps;
using Pergola.Hosting.PluginLoading.Trials;
using Pergola.Server.Composition;

namespace Pergola.Server.Commands;

/// <summary>
/// <c>pergola try-plugin package…</c>: builds an app with a plugin on an empty database and prints how that went. The server
/// starts it for every package before it takes it.
/// </summary>
internal static class TryPluginCommand
{
    public static async Task<int> RunAsync(string[] files)
    {
        if (files.Length == 0)
        {
            await Console.Error.WriteLineAsync("pergola try-plugin needs the path of a package.");
            return 2;
        }

        var report = await TrialRun.RunAsync(
            new AppParts(Dialects.All, BuiltInPlugins.All),
            files,
            CancellationToken.None
        );
        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report));
        return report.Error is null ? 0 : 3;
    }
}
