using System.Text;
using Pergola.App.Auth;
using Pergola.Plugins.Auth.SignIn;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Tests;

[Trait("ASVS", "V3")]
public sealed class TokenTests
{
    // header {"alg":"HS256","typ":"JWT"}, payload {"userId":1,"temp":true,"iat":1,"exp":2,"signInTime":1000,"jti":"j"}
    private const string Signed =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
        + ".eyJ1c2VySWQiOjEsInRlbXAiOnRydWUsImlhdCI6MSwiZXhwIjoyLCJzaWduSW5UaW1lIjoxMDAwLCJqdGkiOiJqIn0";

    [Fact]
    public async Task A_padded_key_signs_as_the_short_one_does()
    {
        var short_ = Encoding.UTF8.GetBytes("short-key");
        var mac = System.Security.Cryptography.HMACSHA256.HashData(short_, Encoding.ASCII.GetBytes(Signed));
        var signature = System.Buffers.Text.Base64Url.EncodeToString(mac);
        var key = new SigningKey();
        key.Set(short_);

        var claims = await new TokenReader(key).ReadAsync(Signed + "." + signature);

        Assert.Equal(new SessionToken(1, true, "j", 1, 2, 1000, null), claims);
        Assert.Null(await new TokenReader(key).ReadAsync(Signed + "." + signature[..^2] + "AA"));
    }

    [Fact]
    public async Task What_is_issued_can_be_read()
    {
        var key = new SigningKey();
        key.Set(new byte[64]);
        var token = new SessionToken(7, true, "id", 1_800_000_000, 1_800_000_100, 1_800_000_000_123, null);
        Assert.Equal(token, await new TokenReader(key).ReadAsync(new TokenIssuer(key).Issue(token)));
    }

    [Fact]
    public async Task Unsigned_tokens_do_not_count()
    {
        var key = new SigningKey();
        key.Set(new byte[64]);
        const string None = "eyJhbGciOiJub25lIn0.eyJ1c2VySWQiOjEsInRlbXAiOnRydWUsImV4cCI6NDAwMDAwMDAwMH0.";
        Assert.Null(await new TokenReader(key).ReadAsync(None));
    }

    [Theory]
    [InlineData("1d", 86_400_000)]
    [InlineData("2 days", 172_800_000)]
    [InlineData("30m", 1_800_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("1500", 1500)]
    [InlineData("0", 0)]
    public void Lifetimes_have_units(string text, long milliseconds)
    {
        Assert.True(Lifetime.TryParse(text, out var lifetime));
        Assert.Equal(milliseconds, (long)lifetime.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("1x")]
    [InlineData("99999999999999999999y")]
    public void Other_lifetimes_are_refused(string? text) => Assert.False(Lifetime.TryParse(text, out _));

    [Fact]
    public void An_address_has_a_hundred_failures_and_a_success_is_none()
    {
        var throttle = new SignInThrottle(TimeProvider.System);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            throttle.Begin("good", "1.1.1.1");
            throttle.Succeed("good", "1.1.1.1");
        }

        for (var attempt = 0; attempt < 100; attempt++)
        {
            throttle.Begin($"account{attempt}", "1.1.1.1");
        }

        Assert.Throws<TooManyRequestsException>(() => throttle.Begin("another", "1.1.1.1"));
        throttle.Begin("another", "2.2.2.2");
    }
}
