namespace Pergola.Plugins.Users.Tests;

public sealed class RootAccountTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task The_first_account_is_what_the_variables_say(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(
            backend,
            ("INIT_ROOT_USERNAME", "anna"),
            ("INIT_ROOT_EMAIL", "anna@example.com"),
            ("INIT_ROOT_PASSWORD", "s3cret"),
            ("INIT_ROOT_NICKNAME", "Anna")
        );
        var token = await app.SignInAsync("anna", "s3cret");
        var (_, body) = await app.SendAsync("GET", "users:get/1", null, token);
        Assert.Equal("Anna", body.GetProperty("data").GetProperty("nickname").GetString());
        Assert.Equal("anna@example.com", body.GetProperty("data").GetProperty("email").GetString());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_taken_email_is_refused_in_the_language_of_the_caller(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var token = await app.SignInAsync();
        var (status, body) = await app.SendAsync(
            "POST",
            "users:create",
            new { username = "x", email = "admin@nocobase.com" },
            token,
            ("X-Locale", "zh-CN")
        );
        Assert.Equal(400, status);
        Assert.Equal("电子邮箱 字段值已存在", body.GetProperty("errors")[0].GetProperty("message").GetString());
    }
}
