using System.Text.Json;
using Pergola.Core.Passwords;
using Pergola.UnitTests.Fields;

namespace Pergola.UnitTests.Passwords;

[Trait("ASVS", "V6")]
public sealed class PasswordTests
{
    private readonly ScryptPasswordHash _hash = new();

    [Fact]
    public void Hashes_of_existing_databases_verify()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Passwords", "password-vectors.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var vectors = document.RootElement.GetProperty("vectors").EnumerateArray().ToList();
        Assert.Equal(2, vectors.Count);
        foreach (var vector in vectors)
        {
            var password = vector.GetProperty("password").GetString()!;
            var stored = vector.GetProperty("stored").GetString()!;
            Assert.True(_hash.Verify(password, stored, PasswordFormat.Default));
            Assert.False(_hash.Verify(password + "x", stored, PasswordFormat.Default));
            Assert.False(_hash.Verify(password, stored[..^1] + "0", PasswordFormat.Default));
        }
    }

    [Fact]
    public void A_hash_is_64_lower_case_hex_characters_with_its_own_salt()
    {
        var first = _hash.Hash("secret", PasswordFormat.Default);
        var second = _hash.Hash("secret", PasswordFormat.Default);
        Assert.Matches("^[0-9a-f]{64}$", first);
        Assert.NotEqual(first[..16], second[..16]);
        Assert.True(_hash.Verify("secret", first, PasswordFormat.Default));
        Assert.True(_hash.Verify("secret", second, PasswordFormat.Default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("0123456789abcdefef463267ba5d15cd06568ce3c0261025c05e1edc7aa7fdaezz")]
    public void What_is_no_hash_verifies_nothing(string? stored) =>
        Assert.False(_hash.Verify("admin123", stored, PasswordFormat.Default));

    [Fact]
    public void A_field_stores_the_hash_and_keeps_it_when_given_nothing()
    {
        var bench = new FieldBench("password");
        var stored = Assert.IsType<string>(bench.Parse("\"secret\""));
        Assert.True(_hash.Verify("secret", stored, PasswordFormat.Default));
        Assert.True(bench.Field.Type.KeepsWhenEmpty);
        Assert.Null(bench.Parse("\"\""));
        Assert.Equal("secret", bench.Operand("\"secret\""));
        bench.Refuse("{}");
    }

    [Fact]
    public void A_field_may_choose_other_measures()
    {
        var stored = Assert.IsType<string>(
            new FieldBench("password", "\"length\":128,\"randomBytesSize\":16").Parse("\"secret\"")
        );
        Assert.Equal(128, stored.Length);
        Assert.True(_hash.Verify("secret", stored, new PasswordFormat(128, 16)));
    }
}
