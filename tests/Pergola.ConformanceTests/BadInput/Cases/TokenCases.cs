using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pergola.Testing.Servers;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Tokens that must not count, each with a request that would change something.</summary>
internal static class TokenCases
{
    private const string Header = """{"alg":"HS256","typ":"JWT"}""";

    // Far enough in the past and in the future to need no clock.
    private const long Past = 1_700_000_000;
    private const long Future = 32_000_000_000;

    public static IEnumerable<BadRequest> Requests =>
        [
            Token("none", ""),
            Token("a word", "Bearer garbage"),
            Token("three words", "Bearer abc.def.ghi"),
            Token("nothing after Bearer", "Bearer "),
            Token("only dots", "Bearer .."),
            Token("not base64", "Bearer a*b.c!d.e$f"),
            Token("100,000 dots", "Bearer " + new string('.', 10_000)),
            Token("another scheme", "Basic bm9jb2Jhc2U6YWRtaW4xMjM="),
            Token(
                "signed with another key",
                Bearer(Header, Claims(Future), "another key, long enough to look like the one of the server")
            ),
            Token("signed with an empty key", Bearer(Header, Claims(Future), "")),
            Token("signature cut off", "Bearer " + Encode(Header) + "." + Encode(Claims(Future)) + "."),
            Token(
                "alg none",
                "Bearer " + Encode("""{"alg":"none","typ":"JWT"}""") + "." + Encode(Claims(Future)) + "."
            ),
            Token("alg none with two parts", "Bearer " + Encode("""{"alg":"none"}""") + "." + Encode(Claims(Future))),
            Token(
                "alg none, signed",
                Bearer("""{"alg":"none","typ":"JWT"}""", Claims(Future), SharedServers.SigningKey)
            ),
            Token("alg HS512", Bearer("""{"alg":"HS512","typ":"JWT"}""", Claims(Future), SharedServers.SigningKey)),
            Token("alg RS256", Bearer("""{"alg":"RS256","typ":"JWT"}""", Claims(Future), SharedServers.SigningKey)),
            Token("a header of another shape", Bearer("[]", Claims(Future), SharedServers.SigningKey)),
            Token("payload not JSON", Bearer(Header, "{bad", SharedServers.SigningKey)),
            Token("payload a list", Bearer(Header, "[]", SharedServers.SigningKey)),
            Token("payload empty", Bearer(Header, "{}", SharedServers.SigningKey)),
            Token("expired", Bearer(Header, Claims(Past), SharedServers.SigningKey)),
            Token("expired long ago", Bearer(Header, Claims(1), SharedServers.SigningKey)),
            Token("without an end", Bearer(Header, """{"userId":1,"temp":true}""", SharedServers.SigningKey)),
            Token("end as a word", Bearer(Header, """{"userId":1,"exp":"never"}""", SharedServers.SigningKey)),
            Token("end beyond numbers", Bearer(Header, """{"userId":1,"exp":1e400}""", SharedServers.SigningKey)),
            Token("user as a word", Bearer(Header, $$"""{"userId":"x","exp":{{Future}}}""", SharedServers.SigningKey)),
            Token("user missing", Bearer(Header, $$"""{"exp":{{Future}}}""", SharedServers.SigningKey)),
            Token("user unknown", Bearer(Header, $$"""{"userId":424242,"exp":{{Future}}}""", SharedServers.SigningKey)),
            Token(
                "user beyond numbers",
                Bearer(Header, $$"""{"userId":1e30,"exp":{{Future}}}""", SharedServers.SigningKey)
            ),
            Token(
                "session without a beginning",
                Bearer(Header, $$"""{"userId":1,"temp":true,"exp":{{Future}}}""", SharedServers.SigningKey)
            ),
            Token(
                "session begun in the future of numbers",
                Bearer(
                    Header,
                    $$"""{"userId":1,"temp":true,"iat":1,"signInTime":-9223372036854775808,"exp":{{Future}}}""",
                    SharedServers.SigningKey
                )
            ),
            SignIn("no account", "{}"),
            SignIn("unknown account", """{"account":"nobody","password":"x"}"""),
            SignIn("wrong types", """{"account":{"$ne":null},"password":{"$ne":null}}"""),
            SignIn("lists", """{"account":["nocobase"],"password":["admin123"]}"""),
            SignIn("null", """{"account":null,"password":null}"""),
            SignIn("SQL", """{"account":"nocobase' --","password":"x"}"""),
            SignIn("U+0000", """{"account":"noco\u0000base","password":"admin123"}"""),
            SignIn("a long password", $$"""{"account":"nocobase","password":"{{new string('x', 100_000)}}"}"""),
        ];

    private static string Claims(long expires) =>
        JsonSerializer.Serialize(
            new
            {
                userId = 1,
                temp = true,
                iat = Past,
                signInTime = Past * 1000,
                exp = expires,
                jti = "7f0c5e0a-3b8f-4f0e-9a55-0b6c1f4f2d11",
            }
        );

    private static BadRequest Token(string name, string authorization) =>
        new(
            "token: " + name,
            new ApiRequest("POST", "bad_things:destroy?filterByTk=1")
            {
                Body = "{}",
                Headers = new Dictionary<string, string> { ["Authorization"] = authorization },
            }
        )
        {
            Status = 401,
        };

    private static BadRequest SignIn(string name, string body) =>
        new(
            "sign-in: " + name,
            new ApiRequest("POST", "auth:signIn")
            {
                Body = body,
                Headers = new Dictionary<string, string> { ["Authorization"] = "" },
            }
        );

    private static string Bearer(string header, string payload, string key)
    {
        var signed = Encode(header) + "." + Encode(payload);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed));
        return $"Bearer {signed}.{Encode(mac)}";
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
