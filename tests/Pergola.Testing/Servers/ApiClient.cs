using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pergola.Testing.Servers;

/// <summary>Sends requests to a server exactly as they are written: no part of an address is rewritten on the way.</summary>
public sealed class ApiClient : IDisposable
{
    public const string RootAccount = "admin@nocobase.com";
    public const string RootPassword = "admin123";

    private static readonly UriCreationOptions AsWritten = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    private readonly string _base;

    private ApiClient(Uri baseAddress) => _base = baseAddress.ToString();

    /// <summary>The token that requests carry unless they name another.</summary>
    public string Token { get; private set; } = "";

    public static async Task<ApiClient> SignInAsync(Uri baseAddress, CancellationToken cancellationToken)
    {
        var client = new ApiClient(baseAddress);
        var body = JsonSerializer.Serialize(new { account = RootAccount, password = RootPassword });
        var answer = await client.SendAsync(new ApiRequest("POST", "auth:signIn") { Body = body }, cancellationToken);
        client.Token = answer.Data.GetProperty("token").GetString()!;
        return client;
    }

    /// <summary>The same session at another node.</summary>
    public ApiClient At(Uri baseAddress) => new(baseAddress) { Token = Token };

    /// <summary>A query string of pairs, each percent-encoded.</summary>
    public static string Query(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs)
        {
            text.Append(text.Length == 0 ? '?' : '&')
                .Append(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        }

        return text.ToString();
    }

    public Task<ApiAnswer> GetAsync(string target, CancellationToken cancellationToken) =>
        SendAsync(new ApiRequest("GET", target), cancellationToken);

    public Task<ApiAnswer> PostAsync(string target, object body, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiRequest("POST", target) { Body = body as string ?? JsonSerializer.Serialize(body) },
            cancellationToken
        );

    public async Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var address = new Uri(_base + request.Target, AsWritten);
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), address);
        message.Content = request.Content?.Invoke() ?? Json(request.Body);
        if (Token.Length > 0)
        {
            message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(message, cancellationToken);
        return new ApiAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    public void Dispose() => _client.Dispose();

    private static HttpContent? Json(string? body)
    {
        if (body is null)
        {
            return null;
        }

        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}

/// <summary>A request; the target is what follows <c>/api/</c>, already encoded.</summary>
public sealed record ApiRequest(string Method, string Target)
{
    public string? Body { get; init; }

    /// <summary>A body that is not JSON text; it takes the place of <see cref="Body"/>.</summary>
    public Func<HttpContent>? Content { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a server answered.</summary>
public sealed record ApiAnswer(int Status, string Text)
{
    private readonly Lazy<JsonElement?> _body = new(() => Parse(Text));

    /// <summary>The body, or null when it is not JSON.</summary>
    public JsonElement? Body => _body.Value;

    /// <summary>Member <c>data</c> of a success.</summary>
    public JsonElement Data =>
        Status is 200 && Body is { } body && body.TryGetProperty("data", out var data)
            ? data
            : throw new InvalidOperationException($"No data: {this}");

    /// <summary>All messages of the error envelope; null when the answer is not in it.</summary>
    public string? Messages
    {
        get
        {
            if (
                Body is not { ValueKind: JsonValueKind.Object } body
                || !body.TryGetProperty("errors", out var errors)
                || errors.ValueKind is not JsonValueKind.Array
                || errors.GetArrayLength() == 0
            )
            {
                return null;
            }

            var messages = errors
                .EnumerateArray()
                .Select(e => e.TryGetProperty("message", out var m) ? m.GetString() ?? "" : "")
                .ToList();
            return messages.Contains("") ? null : string.Join('\n', messages);
        }
    }

    public override string ToString() => $"{Status} {(Text.Length <= 500 ? Text : Text[..500] + "…")}";

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
