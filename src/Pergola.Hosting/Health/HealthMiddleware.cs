using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pergola.Hosting.Health;

/// <summary>Probes of an orchestrator: <c>/healthz/live</c> says that the process answers, <c>/healthz/ready</c> that it serves.</summary>
internal sealed class HealthMiddleware(RequestDelegate next, Readiness readiness)
{
    public Task InvokeAsync(HttpContext http) =>
        http.Request.Path.Value switch
        {
            "/healthz/live" => WriteAsync(http, StatusCodes.Status200OK, "ok"),
            "/healthz/ready" when readiness.IsReady => WriteAsync(http, StatusCodes.Status200OK, "ok"),
            "/healthz/ready" => WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "not ready"),
            _ => next(http),
        };

    public static async Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = text.Length;
        await http.Response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes(text), http.RequestAborted);
    }
}
