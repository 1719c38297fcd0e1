using System.Diagnostics;
using System.Text.Json;
using Pergola.App.Plugins.Installed;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading.Trials;

/// <summary>
/// Tries a plugin before it comes near the app: in a process of its own, so that one that never ends, eats all memory or takes
/// its process down does so there.
/// </summary>
internal sealed class PluginTrial(string? program, TimeSpan limit)
{
    public const string Command = "try-plugin";

    // What a program needs to run at all; nothing of the installation, such as the password of its database.
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "LD_LIBRARY_PATH"];

    /// <returns>The plugin as it describes itself.</returns>
    /// <exception cref="PackageException">It failed; the message says how.</exception>
    public async Task<PluginEntry> RunAsync(
        FetchedPackage package,
        IReadOnlyList<FetchedPackage> needed,
        CancellationToken cancellationToken
    )
    {
        if (program is null)
        {
            var loaded = PluginLoader.Load(
                PackageShelf.Merge(package.Package, needed.Select(n => n.Package)),
                PluginOrigin.Package
            );
            loaded.Context.Unload();
            return loaded.Entry;
        }

        var folder = Directory.CreateTempSubdirectory("pergola-try-");
        try
        {
            var files = new List<string>();
            foreach (var file in needed.Prepend(package).Select(p => p.File))
            {
                files.Add(Path.Combine(folder.FullName, $"{files.Count}.nupkg"));
                await File.WriteAllBytesAsync(files[^1], file, cancellationToken);
            }

            return await RunAsync(program, package.Package.Identity, files, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<PluginEntry> RunAsync(
        string executable,
        PackageIdentity identity,
        IReadOnlyList<string> files,
        CancellationToken cancellationToken
    )
    {
        using var process = Process.Start(Describe(executable, files))!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            var report = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await errors;
            return Read(identity, await report);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PackageException(
                "The plugin of {package} did not start within {seconds} seconds",
                [("package", $"{identity}"), ("seconds", $"{limit.TotalSeconds}")]
            );
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static ProcessStartInfo Describe(string program, IReadOnlyList<string> files)
    {
        var start = new ProcessStartInfo(program, [Command, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(files[0]),
        };
        foreach (var name in start.Environment.Keys.Except(Inherited, StringComparer.Ordinal).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    /// <summary>The last line is the report; the plugin may have written lines of its own before.</summary>
    private static PluginEntry Read(PackageIdentity identity, string output)
    {
        var line = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? string.Empty;
        TrialReport? report = null;
        try
        {
            report = JsonSerializer.Deserialize<TrialReport>(line);
        }
        catch (JsonException)
        {
            // The process went down before it could say anything.
        }

        return report?.Plugin
            ?? throw new PackageException(
                "The plugin of {package} does not start: {reason}",
                [("package", $"{identity}"), ("reason", report?.Error ?? "its process ended without a word")]
            );
    }
}
