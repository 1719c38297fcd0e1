using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atlas;

/// <summary>Speaks the HTTP API: a resource and an action in the path, parameters in the query, values in the body.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    private ApiClient(Uri server) => _http = new HttpClient { BaseAddress = server };

    public Uri Address => _http.BaseAddress!;

    public static async Task<ApiClient> SignInAsync(Settings settings, CancellationToken cancellationToken)
    {
        var api = new ApiClient(settings.Server);
        var values = new JsonObject { ["account"] = settings.Account, ["password"] = settings.Password };
        var session = await api.PostAsync("auth:signIn", values, cancellationToken);
        api._http.DefaultRequestHeaders.Authorization = new("Bearer", session?["token"]?.GetValue<string>());
        return api;
    }

    /// <summary>The <c>data</c> of the answer to <c>GET &lt;action&gt;?&lt;query&gt;</c>.</summary>
    public async Task<JsonNode?> GetAsync(string action, CancellationToken cancellationToken) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, Relative(action)), cancellationToken);

    /// <summary>The <c>data</c> of the answer to <c>POST &lt;action&gt;?&lt;query&gt;</c> with these values.</summary>
    public async Task<JsonNode?> PostAsync(string action, JsonNode values, CancellationToken cancellationToken) =>
        await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Relative(action)) { Content = JsonContent.Create(values) },
            cancellationToken
        );

    public void Dispose() => _http.Dispose();

    // The colon of "countries:list" would otherwise be read as the end of a scheme.
    private static string Relative(string action) => $"./{action}";

    private async Task<JsonNode?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                using var response = await _http.SendAsync(request, cancellationToken);
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                return response.IsSuccessStatusCode
                    ? JsonNode.Parse(text)?["data"]
                    : throw new AtlasException($"{request.RequestUri}: {(int)response.StatusCode} {Reason(text)}");
            }
            catch (Exception error) when (error is HttpRequestException or JsonException)
            {
                throw new AtlasException(
                    $"No answer from Pergola at {Address}: {error.Message}\nStart it with eng/run.",
                    error
                );
            }
        }
    }

    /// <summary>The first message of <c>{"errors":[{"message":"…"}]}</c>, or the text of an answer without an envelope.</summary>
    private static string Reason(string text)
    {
        try
        {
            return JsonNode.Parse(text)?["errors"]?[0]?["message"]?.GetValue<string>() ?? text;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return text;
        }
    }
}
