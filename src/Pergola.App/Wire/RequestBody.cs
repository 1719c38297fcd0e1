using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pergola.Core.Errors;
using Pergola.Core.Json;

namespace Pergola.App.Wire;

/// <summary>Reads request bodies: JSON objects and arrays, and forms.</summary>
public sealed class RequestBody(WireOptions options)
{
    /// <summary>
    /// The body as one element that lives as long as the request; <c>{}</c> when there is none.
    /// </summary>
    /// <exception cref="PayloadTooLargeException">Announced or found to be too long; the rest is not read.</exception>
    /// <exception cref="BadRequestException">Not JSON, or neither object nor array.</exception>
    public async ValueTask<JsonElement> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        CheckLength(http.Request);
        if (!HasBody(http.Request))
        {
            return JsonText.EmptyObject;
        }

        var rented = new RentedBytes(http.Request.ContentLength);
        http.Response.RegisterForDispose(rented);
        while (await http.Request.Body.ReadAsync(rented.Free(), cancellationToken) is var read and > 0)
        {
            rented.Advance(read);
            if (rented.Length > options.BodyLimit)
            {
                throw new PayloadTooLargeException(options.BodyLimit);
            }
        }

        return Parse(http, rented.Join());
    }

    /// <summary>Refuses a body by its announced length, before anything else is done for the request.</summary>
    public void CheckLength(HttpRequest request)
    {
        if (request.ContentLength > options.BodyLimit)
        {
            throw new PayloadTooLargeException(options.BodyLimit);
        }
    }

    private static bool HasBody(HttpRequest request) =>
        request.ContentLength is not 0
        && (request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0 || !IsHttp1(request));

    private static bool IsHttp1(HttpRequest request) =>
        HttpProtocol.IsHttp11(request.Protocol) || HttpProtocol.IsHttp10(request.Protocol);

    private static JsonElement Parse(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return JsonText.EmptyObject;
        }

        var type = http.Request.ContentType;
        if (type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ?? false)
        {
            return QueryStringParser.Parse(Encoding.UTF8.GetString(bytes.Span)).ToObject();
        }

        var document = JsonInput.ParseBody(WithoutMark(bytes));
        http.Response.RegisterForDispose(document);
        return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? document.RootElement
            : throw new BadRequestException("invalid JSON, only supports object and array");
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
