using Pergola.Benchmarks;
using Pergola.Benchmarks.Baseline;

// "baseline" runs the hand-written server; without it the program measures both and prints the ratios.
if (args is ["baseline", ..])
{
    await BaselineServer.RunAsync(args[1], int.Parse(args[2]));
    return 0;
}

return await new BenchmarkRun(BenchmarkSettings.Read()).RunAsync(CancellationToken.None);
