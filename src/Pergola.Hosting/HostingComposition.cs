using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pergola.App.Notices;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;
using Pergola.Hosting.Health;
using Pergola.Hosting.Logging;
using Pergola.Hosting.PluginFiles;
using Pergola.Hosting.Requests;
using Pergola.Hosting.Sockets;

namespace Pergola.Hosting;

/// <summary>Puts the host together.</summary>
public static class HostingComposition
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);
    private const int RequestLineLimit = 1024 * 1024;

    public static WebApplicationBuilder AddPergola(
        this WebApplicationBuilder builder,
        ServerSettings settings,
        AppParts parts
    )
    {
        builder.Logging.AddPergolaLogging(settings.Logs, settings.Database.LogsStatements);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Http);
        builder.Services.AddSingleton(parts);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<GenerationSwitch>();
        builder.Services.AddSingleton<NoticeBoard>();
        builder.Services.AddSingleton<NodeLease>();
        builder.Services.AddSingleton<SocketHub>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<IHostLifetime, DrainingLifetime>();
        builder.Services.AddSingleton<AppLife>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AppLife>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = RequestLineLimit;
            kestrel.Limits.MaxRequestBufferSize = RequestLineLimit + (64 * 1024);

            // RequestBody knows the limit; this one would cut the connection instead of answering.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(Address(settings.Http.Host), settings.Http.Port);
        });
        return builder;
    }

    /// <summary>The way of every request before it reaches an app.</summary>
    public static WebApplication UsePergola(this WebApplication app)
    {
        app.UseMiddleware<RequestIdMiddleware>();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<HealthMiddleware>();
        app.UseMiddleware<CorsMiddleware>();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        app.UseMiddleware<SocketMiddleware>();
        app.UseMiddleware<PluginFilesMiddleware>();
        app.UseMiddleware<AppMiddleware>();
        return app;
    }

    private static IPAddress Address(string host) =>
        host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" or "+" => IPAddress.Any,
            _ => IPAddress.TryParse(host, out var address)
                ? address
                : throw new ConfigurationException($"APP_HOST has the value \"{host}\" but must be an IP address."),
        };
}
