namespace Pergola.Testing.Recordings;

/// <summary>Plays files of recorded exchanges against a server, one after another, and compares every answer.</summary>
public sealed class ReplayRunner
{
    private readonly ReplayClient _client;
    private readonly string _token;

    private ReplayRunner(ReplayClient client, string token)
    {
        _client = client;
        _token = token;
    }

    /// <summary>Signs in as the first user; <paramref name="client"/> has the API's address as base, with a closing slash.</summary>
    public static async Task<ReplayRunner> SignInAsync(
        HttpClient client,
        string account = "admin@nocobase.com",
        string password = "admin123",
        CancellationToken cancellationToken = default
    )
    {
        var replay = new ReplayClient(client);
        return new(replay, await replay.SignInAsync(account, password, cancellationToken));
    }

    /// <summary>The outcome of every example. Later examples build on earlier ones, so a file is always played whole.</summary>
    public async Task<IReadOnlyList<ReplayResult>> RunAsync(
        ReplayFile file,
        CancellationToken cancellationToken = default
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        var bindings = new Bindings();
        bindings.Set("token", _token);
        bindings.Set("year", $"{now.Year}");
        bindings.Set("run", now.ToUnixTimeSeconds());

        await CleanAsync(file, bindings, cancellationToken);
        var problems = new List<string>();
        foreach (var request in file.Setup)
        {
            await TryAsync(() => _client.PrepareAsync(request, bindings, cancellationToken), problems);
        }

        var results = new List<ReplayResult>();
        foreach (var example in file.Examples)
        {
            var reason = await CheckAsync(example, bindings, cancellationToken);
            results.Add(
                new(example.Id, example.IsDefect, reason is null ? null : string.Join('\n', [reason, .. problems]))
            );
        }

        await CleanAsync(file, bindings, cancellationToken);
        return results;
    }

    private async Task CleanAsync(ReplayFile file, Bindings bindings, CancellationToken cancellationToken)
    {
        foreach (var request in file.Teardown)
        {
            await TryAsync(() => _client.PrepareAsync(request, bindings, cancellationToken), []);
        }
    }

    private static async Task TryAsync(Func<Task> prepare, List<string> problems)
    {
        try
        {
            await prepare();
        }
        catch (Exception error) when (error is InvalidOperationException or HttpRequestException)
        {
            problems.Add($"setup: {error.Message}");
        }
    }

    private async Task<string?> CheckAsync(
        RecordedExample example,
        Bindings bindings,
        CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var request in example.Before)
            {
                await _client.PrepareAsync(request, bindings, cancellationToken);
            }

            var answer = await _client.SendAsync(example.Request, bindings, cancellationToken);
            var reason = Difference(example, answer, bindings);
            return example.IsDefect && answer.IsClearRefusal ? null : reason;
        }
        catch (Exception error) when (error is InvalidOperationException or HttpRequestException)
        {
            return error.Message;
        }
    }

    private static string? Difference(RecordedExample example, Answer answer, Bindings bindings)
    {
        var (status, contentType, body) = (
            example.Response.Status,
            example.Response.ContentType,
            example.Response.Body
        );
        if (answer.Status != status)
        {
            return $"status: expected {status}, got {answer.Status} {AnswerComparison.Short(answer.Body)}";
        }

        return contentType is not null && contentType != answer.ContentType
            ? $"content type: expected {contentType}, got {answer.ContentType}"
            : new AnswerComparison(example, bindings).Difference(body, answer.Body);
    }
}

/// <summary>How one example went; <paramref name="Reason"/> is null when the answer matched.</summary>
public sealed record ReplayResult(string Id, bool IsDefect, string? Reason);
