using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pergola.Core.Json;

namespace Pergola.Hosting.Apps;

/// <summary>Answers for an app that cannot answer itself; the form differs from that of the app's own errors.</summary>
internal static class AppStatusWriter
{
    public static async Task WriteAsync(HttpContext http, AppStatus status)
    {
        http.Response.StatusCode = status.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        if (status.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "2";
        }

        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, JsonText.Writer);
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteNumber("status", status.Status);
        writer.WriteString("message", status.Message);
        writer.WriteBoolean("maintaining", value: true);
        writer.WriteString("code", status.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync(http.RequestAborted);
    }
}
