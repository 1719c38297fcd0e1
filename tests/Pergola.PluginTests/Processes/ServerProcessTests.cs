using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Pergola.Testing.Databases;
using Pergola.Testing.Servers;

namespace Pergola.PluginTests.Processes;

/// <summary>What an operator sees of the server: its end, its output, its files.</summary>
public sealed class ServerProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_in_flight_is_finished_before_the_end()
    {
        await using var server = await ServerProcess.StartOnSqliteAsync(cancellationToken: Cancelled);
        using var root = await ApiClient.SignInAsync(server.BaseAddress, Cancelled);
        using var client = new HttpClient();
        using var body = new SlowBody("""{"name":"slow","fields":[{"name":"a",""", """ "type":"string"}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseAddress + "collections:create"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", root.Token);
        request.Content = body;
        var answer = client.SendAsync(request, Cancelled);
        await body.Begun;
        await Task.Delay(200, Cancelled);

        await server.AskToStopAsync(Cancelled);
        var end = server.WaitForExitAsync(Cancelled);
        await Task.Delay(300, Cancelled);
        Assert.False(end.IsCompleted);
        body.Finish();
        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await end);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ServerProcess.StartOnSqliteAsync(new Dictionary<string, string> { ["APP_PORT"] = $"{port}" }, Cancelled)
        );
        Assert.Equal(
            $"The server ended with 1:\nPort {port} of 127.0.0.1 is in use already; set APP_PORT to another one.",
            failure.Message
        );
    }

    [Fact]
    public async Task A_file_of_settings_counts_and_unused_variables_are_named_once()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            "INIT_ROOT_USERNAME=filed\nINIT_ROOT_PASSWORD='p w'\nCDN_BASE_URL=http://cdn\nLOGGER_FORMAT=json",
            Cancelled
        );
        await using var server = await ServerProcess.StartOnSqliteAsync(
            new Dictionary<string, string> { ["APP_ENV_PATH"] = file, ["LOGGER_FORMAT"] = "console" },
            Cancelled
        );
        File.Delete(file);
        using var client = new HttpClient();
        using var signIn = new StringContent(
            """{"account":"filed","password":"p w"}""",
            Encoding.UTF8,
            "application/json"
        );
        using var response = await client.PostAsync(new Uri(server.BaseAddress + "auth:signIn"), signIn, Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, Count(server.Output, "CDN_BASE_URL has no effect"));
        Assert.DoesNotContain("{\"timestamp\"", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task Statements_are_logged_on_sqlite() =>
        StatementsAsync(settings => ServerProcess.StartOnSqliteAsync(settings, Cancelled));

    [OnPostgresFact]
    public Task Statements_are_logged_on_postgres() =>
        StatementsAsync(settings => ServerProcess.StartOnPostgresAsync(settings, Cancelled));

    private static async Task StatementsAsync(Func<Dictionary<string, string>, Task<ServerProcess>> start)
    {
        await using var server = await start(new() { ["DB_LOGGING"] = "on" });
        using var root = await ApiClient.SignInAsync(server.BaseAddress, Cancelled);
        await root.GetAsync("""users:list?filter={"nickname":"hush-hush"}""", Cancelled);
        while (!server.Output.Contains("nickname\" = ", StringComparison.Ordinal))
        {
            await Task.Delay(50, Cancelled);
        }

        var line = server.Output.Split('\n').Last(l => l.Contains("nickname\" = ", StringComparison.Ordinal));
        Assert.Matches(@" info  .*\(duration=[0-9.]+ms\): SELECT ", line);
        Assert.DoesNotContain("hush-hush", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "admin123",
            server.Output.Replace("password admin123.", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Sends its second half when it is told to.</summary>
    private sealed class SlowBody(string first, string second) : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public void Finish() => _finish.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(first), Cancelled);
            await stream.FlushAsync(Cancelled);
            _begun.SetResult();
            await _finish.Task.WaitAsync(Cancelled);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(second), Cancelled);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
