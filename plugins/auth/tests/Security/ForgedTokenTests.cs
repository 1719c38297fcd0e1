using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Pergola.Plugins.Auth.Tests.Security;

/// <summary>A token counts when this server signed it, with its own algorithm and key, and as it is.</summary>
[Trait("ASVS", "V3")]
public sealed class ForgedTokenTests
{
    private const string Key = "the key of these tests, which is long enough for anybody";
    private const string Header = """{"alg":"HS256","typ":"JWT"}""";

    public static TheoryData<string> Names { get; } = [.. Forgeries("a.b.c").Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_forged_token_signs_nobody_in(string name)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite, ("APP_KEY", Key));
        var (_, header) = await app.SignInAsync();
        var genuine = header["Bearer ".Length..];
        Assert.Equal(200, await StatusAsync(app, genuine));

        var forged = Forgeries(genuine).Single(f => f.Name == name).Token;
        Assert.NotEqual(genuine, forged);
        Assert.Equal(401, await StatusAsync(app, forged));
        Assert.Equal(200, await StatusAsync(app, genuine));
    }

    [Fact]
    public async Task A_very_long_token_is_refused_and_leaves_the_server_well()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        foreach (var length in new[] { 9_000, 20_000, 200_000 })
        {
            Assert.Contains(await StatusAsync(app, new string('a', length)), new[] { 401, 431 });
        }

        await app.SignInAsync();
    }

    [Fact]
    public async Task A_token_for_a_new_password_and_the_key_of_a_program_are_no_sessions()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite, ("APP_KEY", Key));
        var reset = Sign(Header, """{"resetPasswordUserId":1,"iat":1800000000,"exp":4000000000}""", Key);
        Assert.Equal(401, await StatusAsync(app, reset));

        var (_, header) = await app.SignInAsync();
        var session = header["Bearer ".Length..];
        var (status, _) = await app.SendAsync(
            "POST",
            "auth:resetPassword",
            new { resetToken = session, password = "taken-over-1" }
        );
        Assert.Equal(401, status);
        await app.SignInAsync();
    }

    private static (string Name, string Token)[] Forgeries(string genuine)
    {
        var parts = genuine.Split('.');
        var claims = parts[1] == "b" ? "{}" : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        return
        [
            ("no signature at all", $"{parts[0]}.{parts[1]}"),
            ("an empty signature", $"{parts[0]}.{parts[1]}."),
            ("another signature", $"{parts[0]}.{parts[1]}.{Encode(new byte[32])}"),
            ("half of the signature", $"{parts[0]}.{parts[1]}.{parts[2][..(parts[2].Length / 2)]}"),
            ("algorithm none", $"{Encode("""{"alg":"none"}""")}.{parts[1]}."),
            ("algorithm None with the signature", $"{Encode("""{"alg":"None"}""")}.{parts[1]}.{parts[2]}"),
            ("algorithm none, signed with the key", Sign("""{"alg":"none"}""", claims, Key)),
            ("algorithm HS384 with the key", SignLonger("""{"alg":"HS384","typ":"JWT"}""", claims)),
            ("algorithm RS256 with the key as an HMAC", Sign("""{"alg":"RS256","typ":"JWT"}""", claims, Key)),
            ("algorithm RS256 with a pair of keys of one's own", SignWithPair(claims)),
            ("algorithm hs256 in small letters", Sign("""{"alg":"hs256","typ":"JWT"}""", claims, Key)),
            ("no algorithm", Sign("""{"typ":"JWT"}""", claims, Key)),
            ("another key", Sign(Header, claims, "another key")),
            ("an empty key", Sign(Header, claims, "")),
            (
                "a key of one's own in the header",
                Sign("""{"alg":"HS256","jwk":{"kty":"oct","k":"eHh4"},"jku":"http://evil.example/"}""", claims, "xxx")
            ),
            ("a key named in the header", Sign("""{"alg":"HS256","kid":"../../dev/null"}""", claims, "")),
            ("another user in the claims", Tampered(parts, claims, "userId", 2)),
            ("a later end in the claims", Tampered(parts, claims, "exp", 4_000_000_000)),
            ("a role in the claims", Tampered(parts, claims, "roleName", "root")),
            ("claims that are not a session any more", Tampered(parts, claims, "temp", value: false)),
            ("a user of another kind", Sign(Header, """{"userId":"1 OR 1=1","exp":4000000000}""", Key)),
            ("nobody", Sign(Header, """{"exp":4000000000}""", Key)),
            ("an encrypted one of five parts", $"{genuine}.a.b"),
        ];
    }

    private static string Tampered(string[] parts, string claims, string name, JsonNode value)
    {
        var changed = (JsonObject)JsonNode.Parse(claims)!;
        changed[name] = value;
        return $"{parts[0]}.{Encode(changed.ToJsonString())}.{parts[2]}";
    }

    private static string Sign(string header, string claims, string key)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string SignLonger(string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Encode(HMACSHA384.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string SignWithPair(string claims)
    {
        using var pair = RSA.Create(2048);
        var signed = $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}";
        var signature = pair.SignData(
            Encoding.UTF8.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Encode(signature)}";
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static async Task<int> StatusAsync(AppUnderTest app, string token) =>
        (await app.SendAsync("GET", "auth:check", null, ("Authorization", "Bearer " + token))).Status;
}
