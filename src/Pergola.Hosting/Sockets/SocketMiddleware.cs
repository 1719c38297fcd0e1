using Microsoft.AspNetCore.Http;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Sockets;

/// <summary>Takes WebSockets at their path. They belong to the process, so that they outlive generations.</summary>
internal sealed class SocketMiddleware(RequestDelegate next, HttpOptions options, SocketHub hub)
{
    private readonly string _path = options.SocketRoot;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.Value != _path)
        {
            await next(http);
            return;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            http.Response.Headers.Upgrade = "websocket";
            return;
        }

        if (AppPath.Named(http) is var app && app != AppPath.Main)
        {
            await AppStatusWriter.WriteAsync(http, AppStatus.NotFound(app));
            return;
        }

        if (!hub.HasRoom)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await hub.ServeAsync(socket, http.RequestAborted);
    }
}
