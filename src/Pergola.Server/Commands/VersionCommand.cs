namespace Pergola.Server.Commands;

/// <summary><c>pergola version</c>.</summary>
internal static class VersionCommand
{
    public static async Task<int> RunAsync()
    {
        await Console.Out.WriteLineAsync(ProductVersion.Text);
        return 0;
    }
}
