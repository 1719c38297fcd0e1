using Pergola.App.Lifecycle;
using Pergola.Core.Errors;

namespace Pergola.Hosting.PluginLoading;

/// <summary>Has the app built anew when a plugin that is being written has been built.</summary>
internal sealed class DevelopmentWatch(DevelopmentPlugins plugins, AppCommands commands, TimeProvider clock)
{
    // Looked at rather than waited for: the system tells nothing of folders that are shared with a container.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    public async Task RunAsync(CancellationToken stopping)
    {
        if (plugins.Folders.Count == 0)
        {
            return;
        }

        var (built, seen) = (Stamp(), Stamp());
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Interval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = Stamp();

            // A build writes one file after the other; it is over when nothing has changed for a while.
            if (now != built && now == seen && !stopping.IsCancellationRequested)
            {
                built = now;
                await RebuildAsync();
            }

            seen = now;
        }
    }

    private async Task RebuildAsync()
    {
        try
        {
            await commands.SubmitAsync(new RebuildApp("refresh"));
        }
        catch (PergolaException)
        {
            // Told to the clients and logged where it happened; the next build may be better.
        }
    }

    private string Stamp() =>
        string.Join(
            '|',
            plugins
                .Folders.Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
                .Select(path => $"{path} {File.GetLastWriteTimeUtc(path).Ticks}")
        );
}
