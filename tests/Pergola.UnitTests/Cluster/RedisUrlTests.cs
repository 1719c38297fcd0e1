using Pergola.Core.Cluster;
using Xunit;

namespace Pergola.UnitTests.Cluster;

public sealed class RedisUrlTests
{
    [Theory]
    [InlineData("redis://redis:6380/3", "redis", 6380, 3, null, false)]
    [InlineData("redis://redis:6380", "redis", 6380, 0, null, false)]
    [InlineData("redis://redis:6380/", "redis", 6380, 0, null, false)]
    [InlineData("redis://redis", "redis", 6379, 0, null, false)]
    [InlineData("redis://redis/2", "redis", 6379, 2, null, false)]
    [InlineData("REDIS://10.0.0.1:6379/0", "10.0.0.1", 6379, 0, null, false)]
    [InlineData("redis://[::1]:6380/1", "::1", 6380, 1, null, false)]
    [InlineData("redis://[::1]", "::1", 6379, 0, null, false)]
    [InlineData("redis://:secret@redis:6379/0", "redis", 6379, 0, "secret", false)]
    [InlineData("redis://default:secret@redis", "redis", 6379, 0, "secret", false)]
    [InlineData("redis://:p%40ss%2Fw%3Ard@redis", "redis", 6379, 0, "p@ss/w:rd", false)]
    [InlineData("redis://:a:b@redis", "redis", 6379, 0, "a:b", false)]
    [InlineData("rediss://:secret@cache.example.com:6380/1", "cache.example.com", 6380, 1, "secret", true)]
    [InlineData("  redis://redis:6379/0 ", "redis", 6379, 0, null, false)]
    public void Addresses_are_read(string text, string host, int port, int database, string? password, bool encrypted)
    {
        var url = RedisUrl.Parse(text, out var reason);
        Assert.Null(reason);
        Assert.Equal(new RedisUrl(host, port, database, password, encrypted), url);
        Assert.False(url!.IsOdd);
    }

    [Theory]
    [InlineData("redis:/redis-0.redis-service:6379/2", "redis://redis-0.redis-service:6379/2")]
    [InlineData("redis:///redis:6379/2", "redis://redis:6379/2")]
    [InlineData("rediss:/:secret@redis:6380", "rediss://:***@redis:6380/0")]
    [InlineData("redis:6380/2", "redis://redis:6380/2")]
    [InlineData("localhost:6379", "redis://localhost:6379/0")]
    [InlineData("127.0.0.1:6379/4", "redis://127.0.0.1:6379/4")]
    [InlineData(":secret@redis:6379/4", "redis://:***@redis:6379/4")]
    public void Odd_forms_are_read_and_have_a_usual_one_without_the_password(string text, string usual)
    {
        var url = RedisUrl.Parse(text, out _);
        Assert.NotNull(url);
        Assert.True(url.IsOdd);
        Assert.Equal(usual, url.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("redis://")]
    [InlineData("redis://:6379")]
    [InlineData("redis:////redis:6379")]
    [InlineData("redis://redis:port")]
    [InlineData("redis://redis:0")]
    [InlineData("redis://redis:65536")]
    [InlineData("redis://redis:6379/x")]
    [InlineData("redis://redis:6379/-1")]
    [InlineData("redis://redis:6379/1/2")]
    [InlineData("redis://redis:6379/0?timeout=1")]
    [InlineData("http://redis:6379")]
    [InlineData("redis redis")]
    [InlineData("yes")]
    [InlineData("localhost/1")]
    [InlineData("redis://a b:6379")]
    public void Other_texts_are_no_addresses(string text)
    {
        Assert.Null(RedisUrl.Parse(text, out var reason));
        Assert.Equal(RedisUrl.Words, reason);
    }

    [Theory]
    [InlineData("redis://app:secret@redis:6379/0")]
    [InlineData("redis://app@redis")]
    public void Users_are_refused_with_the_reason(string text)
    {
        Assert.Null(RedisUrl.Parse(text, out var reason));
        Assert.Contains("user name", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Passwords_are_not_shown() =>
        Assert.DoesNotContain("secret", $"{RedisUrl.Parse("redis://:secret@redis", out _)}", StringComparison.Ordinal);
}
