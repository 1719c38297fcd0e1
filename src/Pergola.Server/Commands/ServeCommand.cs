using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Pergola.Hosting;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Configuration;
using Pergola.Server.Composition;
using Pergola.Server.StartPage;
using Pergola.Server.WebClient;

namespace Pergola.Server.Commands;

/// <summary><c>pergola</c> or <c>pergola serve</c>: runs until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync()
    {
        ServerSettings settings;
        WebApplication app;
        try
        {
            settings = ServerSettings.Read(
                EnvironmentFile.AddTo(ProcessEnvironment.Read(), Directory.GetCurrentDirectory())
            );
            var builder = WebApplication.CreateSlimBuilder();
            builder.AddPergola(
                settings,
                new AppParts(Dialects.All, BuiltInPlugins.All)
                {
                    OpenCluster = ClusterBackends.OpenAsync,
                    TrialProgram = ProgramPath(),
                }
            );
            builder.Services.AddWebClient();
            app = builder.Build();
        }
        catch (ConfigurationException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }

        app.UsePergola();
        app.UseWebClient();
        app.UseMiddleware<StartPageMiddleware>();
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (Exception failure) when (ListenFailure.Describe(failure, settings.Http) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            await app.DisposeAsync();
            return 1;
        }

        await AnnounceAsync(app, settings);
        await app.WaitForShutdownAsync(CancellationToken.None);
        await app.DisposeAsync();
        return Environment.ExitCode;
    }

    /// <summary>This program, unless it was started by another one, such as <c>dotnet pergola.dll</c>.</summary>
    private static string? ProgramPath() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == typeof(ServeCommand).Assembly.GetName().Name
            ? Environment.ProcessPath
            : null;

    private static async Task AnnounceAsync(WebApplication app, ServerSettings settings)
    {
        var life = app.Services.GetRequiredService<AppLife>();
        await Task.WhenAny(life.Started, Task.Delay(Timeout.Infinite, app.Lifetime.ApplicationStopping));
        if (!life.Started.IsCompletedSuccessfully)
        {
            return;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var announcement = new Announcement(settings, addresses?.Addresses.FirstOrDefault());
        await Console.Out.WriteLineAsync(announcement.Write(life.Installed));
    }
}
