using Microsoft.Extensions.Logging;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Errors;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading;

namespace Pergola.Hosting.Apps;

/// <summary>Builds generations of what an installation says of its plugins; a build that takes too long is given up.</summary>
internal sealed class AppBuild(
    PluginSelection selection,
    PackageShelf shelf,
    GenerationBuilder builder,
    TimeProvider clock,
    ILogger<AppBuild> logger
)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <param name="states">What the installation says.</param>
    /// <param name="isStrict">Whether a package that cannot be loaded fails the whole; otherwise it is left out.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PergolaException">It cannot be built; everything is as it was.</exception>
    public async Task<BuiltApp> RunAsync(PluginStates states, bool isStrict, CancellationToken cancellationToken)
    {
        await shelf.FetchMissingAsync(states, cancellationToken);

        // Away from this thread, which code of strangers might never give back.
        var building = Task.Run(() => BuildAsync(states, isStrict, cancellationToken), cancellationToken);
        try
        {
            return await building.WaitAsync(Limit, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            _ = DiscardLateAsync(building);
            throw new BadRequestException(
                "The app could not be built within {seconds} seconds; a plugin may be stuck",
                [("seconds", $"{Limit.TotalSeconds}")]
            );
        }
    }

    private async Task<BuiltApp> BuildAsync(PluginStates states, bool isStrict, CancellationToken cancellationToken)
    {
        var plugins = selection.Select(states, isStrict);
        try
        {
            return new BuiltApp(await builder.BuildAsync(plugins, cancellationToken), plugins, states);
        }
        catch
        {
            plugins.Unload();
            throw;
        }
    }

    private async Task DiscardLateAsync(Task<BuiltApp> building)
    {
        try
        {
            await (await building).Generation.DiscardAsync();
        }
        catch (Exception failure)
        {
            AppLog.LateBuildFailed(logger, failure);
        }
    }
}

/// <summary>A generation that can be put in charge, and what it was built of.</summary>
internal sealed record BuiltApp(Generation Generation, PluginSet Plugins, PluginStates States);
