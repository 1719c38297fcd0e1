namespace Pergola.Plugins.Auth.Tests;

/// <summary>What people do with their own account.</summary>
[Trait("ASVS", "V2")]
public sealed class AccountTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_newcomer_signs_up_and_gets_the_default_role_and_nothing_more(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var (status, body) = await app.SendAsync(
            "POST",
            "auth:signUp",
            new
            {
                username = "new",
                password = "a1",
                confirm_password = "a1",
                nickname = "ignored",
                roles = new[] { "root" },
                id = 77,
            }
        );
        Assert.Equal((200, "{}"), (status, body.GetRawText()));
        var mine = await app.SignInAsync("new", "a1");
        var (_, check) = await app.SendAsync("GET", "auth:check", null, mine);
        var user = check.GetProperty("data");
        Assert.Equal(
            ["member"],
            user.GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("name").GetString())
        );
        Assert.Equal(System.Text.Json.JsonValueKind.Null, user.GetProperty("nickname").ValueKind);
        Assert.NotEqual(77, user.GetProperty("id").GetInt64());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Sign_up_says_what_is_wrong_and_can_be_switched_off(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        foreach (
            var (account, password, again, message) in new (object?, object?, string, string)[]
            {
                ("a@b", "a1", "a1", "valid username"),
                (null, "a1", "a1", "valid username"),
                (new { x = 1 }, "a1", "a1", "valid username"),
                (new string('x', 51), "a1", "a1", "valid username"),
                ("ok", "", "", "enter a password"),
                ("ok", "a1", "a2", "inconsistent"),
                ("nocobase", "a1", "a1", "already exists"),
            }
        )
        {
            var (refused, body) = await app.SendAsync(
                "POST",
                "auth:signUp",
                new
                {
                    username = account,
                    password,
                    confirm_password = again,
                }
            );
            Assert.Equal(400, refused);
            Assert.Contains(message, body.GetRawText(), StringComparison.Ordinal);
        }

        var root = await app.SignInAsync();
        await app.SendAsync(
            "POST",
            "authenticators:update?filterByTk=1",
            new { options = new { @public = new { allowSignUp = false } } },
            root
        );
        var (status, _) = await app.SendAsync(
            "POST",
            "auth:signUp",
            new
            {
                username = "late",
                password = "a1",
                confirm_password = "a1",
            }
        );
        Assert.Equal(403, status);
    }

    [Fact]
    public async Task Accounts_are_not_made_in_bulk_nor_names_found_out_by_trying()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        object Wanting(string username) =>
            new
            {
                username,
                password = "a1-secret",
                confirm_password = "a1-secret",
            };
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(400, (await app.SendAsync("POST", "auth:signUp", Wanting("nocobase"))).Status);
        }

        Assert.Equal(429, (await app.SendAsync("POST", "auth:signUp", Wanting("somebody"))).Status);
        // Who has an account is not kept out by that.
        await app.SignInAsync();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task One_way_to_sign_in_stays_and_the_page_hears_of_it(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        var (status, list) = await app.SendAsync("GET", "authenticators:publicList");
        Assert.Equal(200, status);
        var basic = Assert.Single(list.GetProperty("data").EnumerateArray().ToList());
        Assert.Equal("basic", basic.GetProperty("name").GetString());
        Assert.Equal(
            "username",
            basic.GetProperty("options").GetProperty("signupForm")[0].GetProperty("field").GetString()
        );
        Assert.Equal(
            400,
            (await app.SendAsync("POST", "authenticators:update?filterByTk=1", new { enabled = false }, root)).Status
        );
        Assert.Equal(400, (await app.SendAsync("POST", "authenticators:destroy?filterByTk=1", null, root)).Status);
        await app.SignInAsync();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_password_is_changed_against_the_old_one(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        Assert.Equal((401, "incorrect"), await ChangeAsync("wrong", "b1", "b1"));
        Assert.Equal((400, "inconsistent"), await ChangeAsync("admin123", "b1", "b2"));
        Assert.Equal((400, "enter a password"), await ChangeAsync("admin123", "", ""));
        Assert.Equal((200, ""), await ChangeAsync("admin123", "b1", "b1"));
        Assert.Equal(401, (await app.SendAsync("GET", "auth:check", null, root)).Status);
        // At once: the second of the change is not lost time.
        var next = await app.SignInAsync("nocobase", "b1");
        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, next)).Status);

        async Task<(int, string)> ChangeAsync(string old, string password, string again)
        {
            var (status, body) = await app.SendAsync(
                "POST",
                "auth:changePassword",
                new
                {
                    oldPassword = old,
                    newPassword = password,
                    confirmPassword = again,
                },
                root
            );
            string[] known = ["incorrect", "inconsistent", "enter a password"];
            return (status, known.FirstOrDefault(k => body.GetRawText().Contains(k, StringComparison.Ordinal)) ?? "");
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_profile_takes_what_is_on_its_form(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        await app.SendAsync("POST", "users:create", new { username = "max", password = "pw-1" }, root);
        var max = await app.SignInAsync("max", "pw-1");
        var (status, body) = await app.SendAsync(
            "POST",
            "users:updateProfile",
            new
            {
                nickname = "Max",
                id = 99,
                roles = new[] { "root" },
                password = "stolen",
            },
            max
        );
        Assert.Equal(200, status);
        Assert.Equal("Max", body.GetProperty("data")[0].GetProperty("nickname").GetString());
        await app.SignInAsync("max", "pw-1");
        var (_, check) = await app.SendAsync("GET", "auth:check", null, max);
        Assert.Single(check.GetProperty("data").GetProperty("roles").EnumerateArray().ToList());
        Assert.Equal(
            400,
            (await app.SendAsync("POST", "users:updateProfile", new { username = "nocobase" }, max)).Status
        );
        Assert.Equal(400, (await app.SendAsync("POST", "users:updateProfile", new { username = "" }, max)).Status);
        Assert.Equal(400, (await app.SendAsync("POST", "users:updateLang", new { appLang = "<b>" }, max)).Status);
        Assert.Equal(200, (await app.SendAsync("POST", "users:updateLang", new { appLang = "sv-SE" }, max)).Status);
        Assert.Equal(400, (await app.SendAsync("POST", "users:setDefaultRole", new { roleName = "root" }, max)).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_first_user_and_the_three_roles_stay(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        Assert.Equal(403, (await app.SendAsync("POST", "users:destroy?filterByTk=1", null, root)).Status);
        Assert.Equal(403, (await app.SendAsync("POST", "roles:destroy?filterByTk=member", null, root)).Status);
        await app.SendAsync("POST", "users:create", new { username = "max", password = "pw-1" }, root);
        Assert.Equal(
            403,
            (await app.SendAsync("POST", "users:destroy?filterByTk[]=1&filterByTk[]=2", null, root)).Status
        );
        var (_, users) = await app.SendAsync("GET", "users:list", null, root);
        Assert.Equal(2, users.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Equal(200, (await app.SendAsync("POST", "users:destroy?filterByTk=2", null, root)).Status);
    }
}
