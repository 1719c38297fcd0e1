using System.Net;
using System.Text;
using System.Text.Json;
using Pergola.Testing.Recordings;
using Xunit;

namespace Pergola.ConformanceTests;

/// <summary>The rules by which an answer matches a recording, on answers made up here.</summary>
public sealed class MatchingTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{"b":[1,2],"a":1.0}""")]
    [InlineData("\"Not Found\"", "Not Found")]
    [InlineData("""{"id":"<id>"}""", """{"id":7}""")]
    [InlineData("""{"at":"<timestamp>"}""", """{"at":"2024-05-06T07:08:09.123Z"}""")]
    [InlineData("""["<id:a>","<id:a>","<id:a|text>"]""", """[7,7,"7"]""")]
    [InlineData("""["<id:a>","no <id:a> here"]""", """[7,"no 7 here"]""")]
    [InlineData("""["key <uid:k>!","<uid:k>"]""", """["key abcdefghij0!","abcdefghij0"]""")]
    public Task Equal_answers_match(string recorded, string answer) => MatchesAsync(recorded, answer, "{}");

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", "body.a: expected 1, got 2")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "body.a: expected 1, got \"1\"")]
    [InlineData("""{"a":1}""", "{}", "body.a: missing")]
    [InlineData("{}", """{"a":1}""", "body.a: not expected, got 1")]
    [InlineData("{}", "[]", "body: expected an object, got []")]
    [InlineData("[]", "{}", "body: expected an array, got {}")]
    [InlineData("[1,2]", "[2,1]", "body[0]: expected 1, got 2")]
    [InlineData("[1]", "[1,2]", "body: expected 1 elements, got 2: [1,2]")]
    [InlineData("\"<id>\"", "\"7\"", "body: expected <id>, got \"7\"")]
    [InlineData("""["<id:a>","<id:a>"]""", "[7,8]", "body[1]: expected <id:a>, got 8")]
    [InlineData("\"<nothing:x>\"", "1", "body: <nothing:x> is neither bound nor a known kind")]
    [InlineData("\"<uid>\"", "\"abcdefghij0\\n\"", "body: expected <uid>, got \"abcdefghij0\\n\"")]
    public async Task The_first_difference_is_named(string recorded, string answer, string reason) =>
        Assert.Equal(reason, (await ReplayAsync(recorded, answer, "{}")).Reason);

    [Theory]
    [InlineData("""{"a":{"x":1,"y":2}}""", """{"a":{"x":1,"y":3,"z":4}}""", """{"ignoreKeys":["y","z"]}""")]
    [InlineData("""{"a":{"x":1}}""", """{"a":{"x":1,"y":3},"b":4}""", """{"ignoreKeys":["*"]}""")]
    [InlineData("[[1,2],3]", "[3,[2,1]]", """{"anyOrder":true}""")]
    [InlineData("[3,1]", "[1,2,3]", """{"contains":true}""")]
    [InlineData("""["<id:a>","<id:b>","<id:b>"]""", "[7,8,8]", """{"anyOrder":true}""")]
    public Task Options_of_an_example_widen_what_matches(string recorded, string answer, string options) =>
        MatchesAsync(recorded, answer, options);

    [Fact]
    public async Task Unordered_arrays_still_need_every_element() =>
        Assert.StartsWith(
            "body: no element like [1] 2",
            (await ReplayAsync("[1,2]", "[1,1]", """{"anyOrder":true}""")).Reason
        );

    [Theory]
    [InlineData(500, "{}", 400, """{"errors":[{"message":"No such field"}]}""", true)]
    [InlineData(500, "{}", 500, "{}", true)]
    [InlineData(500, "{}", 500, """{"errors":[{"message":"x"}]}""", false)]
    [InlineData(500, "{}", 400, """{"errors":[{"message":""}]}""", false)]
    [InlineData(500, "{}", 404, "Not Found", false)]
    [InlineData(200, "{}", 400, """{"errors":[{"message":"No such field"}]}""", false)]
    public async Task A_defect_may_be_answered_with_a_clear_refusal(
        int recordedStatus,
        string recorded,
        int status,
        string answer,
        bool matches
    )
    {
        var result = await ReplayAsync(recorded, answer, "{}", recordedStatus, status);

        Assert.Equal(matches, result.Reason is null);
    }

    private static async Task MatchesAsync(string recorded, string answer, string options) =>
        Assert.Null((await ReplayAsync(recorded, answer, options)).Reason);

    private static async Task<ReplayResult> ReplayAsync(
        string recorded,
        string answer,
        string options,
        int recordedStatus = 200,
        int status = 200
    )
    {
        using var client = new HttpClient(new Answering(status, answer)) { BaseAddress = new("http://server/api/") };
        var runner = await ReplayRunner.SignInAsync(client, cancellationToken: TestContext.Current.CancellationToken);
        var rules = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(options)!;
        var file = new ReplayFile
        {
            Examples =
            [
                new RecordedExample
                {
                    Id = "x01",
                    Request = new() { Method = "GET", Path = "/api/things:list" },
                    Response = new() { Status = recordedStatus, Body = JsonElement.Parse(recorded) },
                    IgnoreKeys = rules.TryGetValue("ignoreKeys", out var keys) ? keys.Deserialize<string[]>()! : [],
                    AnyOrder = rules.ContainsKey("anyOrder"),
                    Contains = rules.ContainsKey("contains"),
                },
            ],
        };
        return Assert.Single(await runner.RunAsync(file, TestContext.Current.CancellationToken));
    }

    private sealed class Answering(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var signsIn = request.RequestUri!.AbsolutePath.EndsWith("auth:signIn", StringComparison.Ordinal);
            return Task.FromResult(
                new HttpResponseMessage(signsIn ? HttpStatusCode.OK : (HttpStatusCode)status)
                {
                    Content = new StringContent(
                        signsIn ? """{"data":{"token":"t"}}""" : body,
                        Encoding.UTF8,
                        "application/json"
                    ),
                }
            );
        }
    }
}
