using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Pergola.App.Wire;

/// <summary>Writes error answers.</summary>
public static class ErrorWriter
{
    /// <summary>Writes <c>{"errors":[{"message":"…","code":"…"}]}</c>.</summary>
    public static ValueTask WriteAsync(HttpContext http, ErrorAnswer answer, CancellationToken cancellationToken)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
        }

        if (answer.ClosesConnection)
        {
            response.Headers.Connection = "close";
        }

        return new ActionResponse(http).WriteAsync(writer => Write(writer, answer.Errors), cancellationToken);
    }

    /// <summary>What no resource or action answers to.</summary>
    public static Task WriteNotFoundAsync(HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = 9;
        return http.Response.WriteAsync("Not Found", cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ErrorEntry> errors)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message", error.Message);
            if (error.Code is not null)
            {
                writer.WriteString("code", error.Code);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
