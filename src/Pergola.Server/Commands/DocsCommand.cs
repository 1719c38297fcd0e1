using Pergola.Hosting.Configuration;

namespace Pergola.Server.Commands;

/// <summary><c>pergola docs [folder]</c>: writes the generated reference pages into a repository.</summary>
internal static class DocsCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var path = Path.Combine(args is [var root] ? root : ".", ConfigurationPage.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, ConfigurationPage.Write());
        await Console.Out.WriteLineAsync(path);
        return 0;
    }
}
