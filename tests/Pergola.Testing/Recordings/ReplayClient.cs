using System.Net;
using System.Text;
using System.Text.Json;

namespace Pergola.Testing.Recordings;

/// <summary>Sends recorded requests, with bound values in them, to a server.</summary>
internal sealed class ReplayClient(HttpClient client)
{
    /// <summary>Signs in and returns the token.</summary>
    public async Task<string> SignInAsync(string account, string password, CancellationToken cancellationToken)
    {
        var request = new RecordedRequest
        {
            Method = "POST",
            Path = "auth:signIn",
            Headers = new Dictionary<string, string> { ["X-Authenticator"] = "basic" },
            Body = JsonSerializer.SerializeToElement(new { account, password }),
        };
        var answer = await SendAsync(request, new Bindings(), cancellationToken);
        return answer.At("data.token")?.GetString()
            ?? throw new InvalidOperationException(
                $"Cannot sign in: {answer.Status} {AnswerComparison.Short(answer.Body)}"
            );
    }

    /// <summary>Sends a request that prepares or cleans up, as root, and binds what it asks for.</summary>
    public async Task PrepareAsync(RecordedRequest request, Bindings bindings, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string> { ["Authorization"] = "Bearer <token>" };
        foreach (var (name, value) in request.Headers)
        {
            headers[name] = value;
        }

        var answer = await SendAsync(request with { Headers = headers }, bindings, cancellationToken);
        if (answer.Status >= 300)
        {
            throw new InvalidOperationException(
                $"{request.Path}: {answer.Status} {AnswerComparison.Short(answer.Body)}"
            );
        }

        foreach (var (name, path) in request.Bind)
        {
            bindings.Set(
                name,
                answer.At(path) ?? throw new InvalidOperationException($"{request.Path}: the answer has no {path}.")
            );
        }
    }

    public async Task<Answer> SendAsync(RecordedRequest request, Bindings bindings, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), Address(request, bindings));
        if ((request.RawBody ?? request.Body?.GetRawText()) is not null)
        {
            var body = request.RawBody is { } raw
                ? bindings.Fill(raw)
                : bindings.Fill(request.Body!.Value).GetRawText();
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation(
                "Content-Type",
                request.Headers.GetValueOrDefault("Content-Type", "application/json")
            );
        }

        foreach (var (name, value) in request.Headers.Where(header => header.Key != "Content-Type"))
        {
            message.Headers.TryAddWithoutValidation(name, bindings.Fill(value));
        }

        using var response = await client.SendAsync(message, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new(
            (int)response.StatusCode,
            response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
            Parse(text)
        );
    }

    private static string Address(RecordedRequest request, Bindings bindings)
    {
        var path = bindings.Fill(request.Path);
        path = path.StartsWith("/api/", StringComparison.Ordinal) ? path["/api/".Length..] : path;
        if (request.Query is not { } query)
        {
            return "./" + path;
        }

        var pairs = bindings
            .Fill(query)
            .EnumerateObject()
            .Select(pair => $"{WebUtility.UrlEncode(pair.Name)}={WebUtility.UrlEncode(Bindings.Text(pair.Value))}");
        return $"./{path}{(path.Contains('?') ? '&' : '?')}{string.Join('&', pairs)}";
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}

/// <summary>What a server answered; a body that is not JSON is a JSON text.</summary>
internal sealed record Answer(int Status, string? ContentType, JsonElement Body)
{
    /// <summary>A refusal in the error envelope, with words in it.</summary>
    public bool IsClearRefusal =>
        Status is >= 400 and < 500
        && At("errors") is { ValueKind: JsonValueKind.Array } errors
        && errors.GetArrayLength() > 0
        && errors[0].ValueKind is JsonValueKind.Object
        && errors[0].TryGetProperty("message", out var message)
        && message.ValueKind is JsonValueKind.String
        && message.GetString() is not "";

    public JsonElement? At(string path)
    {
        var value = Body;
        foreach (var key in path.Split('.'))
        {
            if (value.ValueKind is JsonValueKind.Array && int.TryParse(key, out var i) && i < value.GetArrayLength())
            {
                value = value[i];
            }
            else if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(key, out value))
            {
                return null;
            }
        }

        return value;
    }
}
