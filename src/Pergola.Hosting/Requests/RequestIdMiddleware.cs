using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pergola.Hosting.Logging;

namespace Pergola.Hosting.Requests;

/// <summary>Gives every request an id: header <c>X-Request-Id</c> of the answer, and part of every log line.</summary>
internal sealed class RequestIdMiddleware(RequestDelegate next, ILogger<RequestIdMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var id = Guid.NewGuid().ToString();
        http.TraceIdentifier = id;
        http.Response.Headers["X-Request-Id"] = id;
        using (logger.BeginScope(new RequestScope(id)))
        {
            await next(http);
        }
    }
}
