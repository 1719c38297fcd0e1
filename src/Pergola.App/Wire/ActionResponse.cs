using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pergola.Core.Json;

namespace Pergola.App.Wire;

/// <summary>The answer of an action: one JSON document, or none.</summary>
public sealed class ActionResponse(HttpContext http)
{
    public const string JsonType = "application/json; charset=utf-8";

    /// <summary>Whether the action has answered already.</summary>
    public bool IsWritten { get; private set; }

    public async ValueTask WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        using var buffer = new ResponseBuffer(http.Response);
        await using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            write(writer);
        }

        Start();
        await buffer.CompleteAsync(cancellationToken);
    }

    public async ValueTask WriteAsync(Func<JsonStream, ValueTask> write, CancellationToken cancellationToken)
    {
        using var buffer = new ResponseBuffer(http.Response);
        await using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            Start();
            await write(new JsonStream(writer, buffer, cancellationToken));
        }

        await buffer.CompleteAsync(cancellationToken);
    }

    /// <summary>Writes bytes that are JSON already.</summary>
    public async ValueTask WriteAsync(Func<ResponseBuffer, ValueTask> write, CancellationToken cancellationToken)
    {
        using var buffer = new ResponseBuffer(http.Response);
        Start();
        await write(buffer);
        await buffer.CompleteAsync(cancellationToken);
    }

    public void NoContent()
    {
        IsWritten = true;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Answers 304: what the client has is still right.</summary>
    public void NotModified()
    {
        IsWritten = true;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
    }

    private void Start()
    {
        IsWritten = true;
        http.Response.ContentType = JsonType;
    }
}
