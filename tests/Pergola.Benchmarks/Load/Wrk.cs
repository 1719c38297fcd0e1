using System.Globalization;
using System.Text.RegularExpressions;

namespace Pergola.Benchmarks.Load;

/// <summary>Drives load with wrk, whose own cost is small beside any server's.</summary>
internal static class Wrk
{
    /// <summary>Requests per second; every answer must be a success.</summary>
    public static async Task<double> RunAsync(string url, string script, string? token, int connections, int seconds)
    {
        List<string> arguments = ["-t1", $"-c{connections}", $"-d{seconds}s", "-s", script];
        if (token is not null)
        {
            arguments.AddRange(["-H", $"Authorization: Bearer {token}"]);
        }

        arguments.Add(url);
        var output = await ChildProcess.RunAsync("wrk", arguments);
        if (
            output.Contains("Non-2xx", StringComparison.Ordinal)
            || output.Contains("Socket errors", StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException($"{url} answered errors:\n{output}");
        }

        var match = Regex.Match(output, @"Requests/sec:\s+([\d.]+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }
}
