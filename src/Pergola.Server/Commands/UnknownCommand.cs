namespace Pergola.Server.Commands;

internal static class UnknownCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        await Console.Error.WriteLineAsync(
            $"Unknown command {string.Join(' ', args)}. Commands: serve, docs, version."
        );
        return 1;
    }
}
