using System.Text.Json;

namespace Pergola.Plugins.EnvironmentVariables.Tests;

public sealed class VariableTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Variables_are_written_listed_by_name_and_removed(Backend backend)
    {
        await using var vault = await Vault.OpenAsync(backend);
        Assert.False((await vault.ListAsync()).GetProperty("meta").GetProperty("updated").GetBoolean());
        await vault.SetAsync("SHOP", "default", "The shop");
        await vault.SetAsync("API_TOKEN", "secret", "hush-hush");
        var list = await vault.ListAsync();
        Assert.True(list.GetProperty("meta").GetProperty("updated").GetBoolean());
        Assert.Equal(
            ["API_TOKEN secret ", "SHOP default The shop"],
            list.GetProperty("data")
                .EnumerateArray()
                .Select(v => $"{v.GetProperty("name")} {v.GetProperty("type")} {v.GetProperty("value")}")
        );
        Assert.Equal("The shop, hush-hush", vault.Render("{{ $env.SHOP }}, {{$env.API_TOKEN}}"));
        Assert.NotEqual("hush-hush", await vault.StoredAsync("API_TOKEN"));

        await vault.DoAsync("environmentVariables:update?filterByTk=SHOP", new { value = "The old shop" });
        Assert.Equal("The old shop", vault.Render("{{$env.SHOP}}"));
        await vault.DoAsync("environmentVariables:destroy?filterByTk=SHOP");
        Assert.Equal("()", vault.Render("({{$env.SHOP}})"));
    }

    [Fact]
    public async Task A_secret_is_changed_without_being_shown_and_never_turned_into_a_variable()
    {
        await using var vault = await Vault.OpenAsync(Backend.Sqlite);
        await vault.SetAsync("S", "secret", "first");
        var stored = await vault.StoredAsync("S");
        foreach (var body in new object[] { new { type = "default" }, new { type = "default", value = "" } })
        {
            await vault.RefusesAsync(400, "environmentVariables:update?filterByTk=S", body, "new value");
        }

        // Without a value it stays, and so does its name.
        var answer = await vault.DoAsync("environmentVariables:update?filterByTk=S", new { value = "", name = "T" });
        Assert.Equal(JsonValueKind.Null, answer[0].GetProperty("value").ValueKind);
        Assert.Equal(stored, await vault.StoredAsync("S"));

        answer = await vault.DoAsync("environmentVariables:update?filterByTk=S", new { value = "second" });
        Assert.Equal(JsonValueKind.Null, answer[0].GetProperty("value").ValueKind);
        Assert.NotEqual(stored, await vault.StoredAsync("S"));
        Assert.Equal("second", vault.Render("{{$env.S}}"));

        await vault.SetAsync("D", "default", "plain");
        await vault.DoAsync("environmentVariables:update?filterByTk=D", new { type = "secret" });
        Assert.NotEqual("plain", await vault.StoredAsync("D"));
        Assert.Equal("plain", vault.Render("{{$env.D}}"));
    }

    [Theory]
    [InlineData("s2 bad!", "default", "v", "name validation error")]
    [InlineData("1A", "default", "v", "name validation error")]
    [InlineData("A\n", "default", "v", "name validation error")]
    [InlineData("__proto__", "default", "v", "name validation error")]
    [InlineData("Å", "default", "v", "name validation error")]
    [InlineData("", "default", "v", "name validation error")]
    [InlineData("A", "public", "v", "type")]
    [InlineData("A", "default", "", "value")]
    public async Task What_is_no_variable_is_refused(string name, string type, string value, string message)
    {
        await using var vault = await Vault.OpenAsync(Backend.Sqlite);
        await vault.RefusesAsync(
            400,
            "environmentVariables:create",
            new
            {
                name,
                type,
                value,
            },
            message
        );
        Assert.Empty((await vault.ListAsync()).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task A_value_that_is_too_long_or_no_text_is_refused()
    {
        await using var vault = await Vault.OpenAsync(Backend.Sqlite);
        var huge = new string('x', 10 * 1024 * 1024);
        foreach (var value in new object[] { huge, 1, true, new { a = 1 }, new[] { "a" }, "a\0b" })
        {
            await vault.RefusesAsync(
                400,
                "environmentVariables:create",
                new
                {
                    name = "A",
                    type = "default",
                    value,
                },
                "value"
            );
        }

        Assert.Empty((await vault.ListAsync()).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Several_are_written_together_or_not_at_all()
    {
        await using var vault = await Vault.OpenAsync(Backend.Sqlite);
        object[] good =
        [
            new
            {
                name = "A",
                type = "default",
                value = "1",
            },
            new
            {
                name = "B",
                type = "secret",
                value = "2",
            },
        ];
        await vault.RefusesAsync(
            400,
            "environmentVariables:create",
            good.Append(new { name = "C D", value = "3" }),
            "name validation error"
        );
        Assert.Empty((await vault.ListAsync()).GetProperty("data").EnumerateArray());
        await vault.DoAsync("environmentVariables:create", good);
        Assert.Equal("12", vault.Render("{{$env.A}}{{$env.B}}"));
    }

    [Fact]
    public async Task What_a_value_holds_is_not_looked_at_again()
    {
        await using var vault = await Vault.OpenAsync(Backend.Sqlite);
        await vault.SetAsync("INNER", "secret", "hush");
        await vault.SetAsync("OUTER", "default", "{{$env.INNER}}");
        Assert.Equal("{{$env.INNER}}", vault.Render("{{$env.OUTER}}"));
        Assert.Equal("{{ $env }} {{$env.}}", vault.Render("{{ $env }} {{$env.}}"));
    }

    [Fact]
    public async Task Other_collections_have_no_fields_of_that_kind()
    {
        await using var vault = await Vault.OpenAsync(Backend.Sqlite);
        object field = new { name = "value", type = "variableValue" };
        await vault.RefusesAsync(
            400,
            "collections:create",
            new { name = "boxes", fields = new[] { field } },
            "unsupported field type variableValue"
        );
    }
}
