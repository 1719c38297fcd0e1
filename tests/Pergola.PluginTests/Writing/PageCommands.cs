using System.Diagnostics;
using System.Text.RegularExpressions;
using Pergola.Testing;

namespace Pergola.PluginTests.Writing;

/// <summary>
/// The commands of a page, as somebody types them one after the other: its blocks marked <c>sh</c>. The first packs the contract,
/// as this repository is built; the others run with a home and a package cache of their own, so that what they restore is what
/// was just packed, and templates leave no trace. They fetch nothing: there is no source but the packed contract, beside what
/// this machine has restored before.
/// </summary>
internal sealed partial class PageCommands(string page, string home)
{
    private readonly string _text = File.ReadAllText(RepositoryRoot.Combine(page));

    public string Home => home;

    /// <summary>What the page says comes out at the end.</summary>
    public string Promised => Promise().Match(_text).Groups[1].Value;

    /// <summary>Value of a variable that the page has set.</summary>
    public string Setting(string name) =>
        Regex
            .Match(_text, name + @"=(\S+)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Groups[1]
            .Value.Replace("$HOME", home, StringComparison.Ordinal);

    /// <param name="folder">Where the first command is typed.</param>
    /// <param name="api">Address of the server.</param>
    /// <param name="cancellationToken">Ends the commands.</param>
    /// <returns>What they printed.</returns>
    public async Task<string> RunAsync(string folder, Uri api, CancellationToken cancellationToken)
    {
        var blocks = Blocks().Matches(_text).Select(m => m.Groups[1].Value).ToList();
        Assert.True(blocks.Count > 1, "The page has no commands.");
        WriteConfiguration();
        var script = string.Join(
            '\n',
            [
                "set -euo pipefail",
                // In the configuration the tests were built in, so that the contract is not compiled anew.
                "export DOTNET_CLI_DISABLE_PUBLISH_AND_PACK_RELEASE=true",
                blocks[0],
                "unset DOTNET_CLI_DISABLE_PUBLISH_AND_PACK_RELEASE",
                $"export NUGET_FALLBACK_PACKAGES=\"${{NUGET_PACKAGES:-$HOME/.nuget/packages}}\" HOME='{home}'",
                "export NUGET_PACKAGES=$HOME/packages",
                .. blocks.Skip(1),
            ]
        );
        var file = Path.Combine(home, "commands.sh");
        await File.WriteAllTextAsync(file, script, cancellationToken);
        using var shell = Process.Start(Describe(file, folder, api))!;
        // What they run is not to wait for anybody.
        shell.StandardInput.Close();
        var (output, errors) = (
            shell.StandardOutput.ReadToEndAsync(cancellationToken),
            shell.StandardError.ReadToEndAsync(cancellationToken)
        );
        try
        {
            await shell.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!shell.HasExited)
            {
                shell.Kill(entireProcessTree: true);
            }
        }

        Assert.True(
            shell.ExitCode == 0,
            $"The commands of {page} ended with {shell.ExitCode}:\n{await output}\n{await errors}"
        );
        return await output;
    }

    private static ProcessStartInfo Describe(string file, string folder, Uri api)
    {
        var start = new ProcessStartInfo("bash", [file])
        {
            WorkingDirectory = RepositoryRoot.Combine(folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["API"] = api.ToString().TrimEnd('/');
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        // Nothing stays behind that would keep the folders open, and nobody is asked for known weaknesses.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["NuGetAudit"] = "false";
        return start;
    }

    private void WriteConfiguration()
    {
        var folder = Directory.CreateDirectory(Path.Combine(home, ".nuget", "NuGet")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "NuGet.Config"),
            "<configuration><packageSources><clear /></packageSources></configuration>"
        );
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^```json\n(.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Promise();
}
