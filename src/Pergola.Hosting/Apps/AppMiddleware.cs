using Microsoft.AspNetCore.Http;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;
using Pergola.Hosting.Health;

namespace Pergola.Hosting.Apps;

/// <summary>Everything below the API base: names the app, leases its generation and hands the request over.</summary>
internal sealed class AppMiddleware(
    RequestDelegate next,
    HttpOptions options,
    GenerationSwitch generations,
    Readiness readiness,
    NodeLease nodeLease
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private const string HealthCheck = "__health_check";
    private readonly string _base = options.ApiRoot;

    public Task InvokeAsync(HttpContext http)
    {
        var raw = AppPath.Raw(http);
        if (!raw.StartsWith(_base, StringComparison.Ordinal))
        {
            return next(http);
        }

        var (app, path) = AppPath.Split(http, raw[_base.Length..]);
        return app == AppPath.Main ? ServeAsync(http, path) : AppStatusWriter.WriteAsync(http, AppStatus.NotFound(app));
    }

    private async Task ServeAsync(HttpContext http, string path)
    {
        if (generations.IsServing && !nodeLease.IsHeld && !await nodeLease.WaitAsync(Patience, http.RequestAborted))
        {
            await AppStatusWriter.WriteAsync(http, AppStatus.OutOfStep(AppPath.Main));
            return;
        }

        if (!generations.TryLease(out var lease))
        {
            var status = readiness.IsStopping ? AppStatus.Stopped(AppPath.Main) : AppStatus.Initializing(AppPath.Main);
            await AppStatusWriter.WriteAsync(http, status);
            return;
        }

        using (lease)
        {
            if (readiness.IsStopping)
            {
                // Whoever keeps the connection would send the next request into its end.
                http.Response.Headers.Connection = "close";
            }

            if (path == HealthCheck || path.EndsWith("/" + HealthCheck, StringComparison.Ordinal))
            {
                if (readiness.IsStopping)
                {
                    await AppStatusWriter.WriteAsync(http, AppStatus.Stopped(AppPath.Main));
                    return;
                }

                await HealthMiddleware.WriteAsync(http, StatusCodes.Status200OK, "ok");
                return;
            }

            await lease.Generation.Endpoint.HandleAsync(http, path);
        }
    }
}
