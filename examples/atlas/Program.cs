using System.Diagnostics;
using Atlas;

if (args is ["--help" or "-h", ..])
{
    Console.WriteLine(Settings.Usage);
    return 0;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    var started = Stopwatch.GetTimestamp();
    var settings = Settings.Read(args);
    var codes = new IsoCodes(settings.Data);
    using var api = await ApiClient.SignInAsync(settings, stop.Token);
    Console.WriteLine($"Loading {settings.Data} into {api.Address}");
    await new CollectionModel(api).CreateMissingAsync(stop.Token);
    await new AtlasLoader(api, codes).LoadAsync(stop.Token);
    Console.WriteLine($"Done in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
    return 0;
}
catch (AtlasException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("\nStopped. Run it again to go on from here.");
    return 130;
}
