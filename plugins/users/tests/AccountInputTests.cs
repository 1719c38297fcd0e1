using System.Text.Json;

namespace Pergola.Plugins.Users.Tests;

/// <summary>Accounts as those who manage them give them.</summary>
public sealed class AccountInputTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Names_and_addresses_nobody_could_sign_in_with_are_refused(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        var good = new
        {
            username = "Åsa Öst",
            email = "asa.ost+work@exämple.se",
            password = "pw-1",
        };
        Assert.Equal(200, (await app.SendAsync("POST", "users:create", good, root)).Status);
        foreach (
            var (named, body) in new[]
            {
                ("username", """{"username":"a@b"}"""),
                ("username", """{"username":"<b>"}"""),
                ("username", """{"username":"a/b"}"""),
                ("username", $$"""{"username":"{{new string('x', 51)}}"}"""),
                ("username", """{"username":{"a":1}}"""),
                ("username", """{"username":"nocobase"}"""),
                ("email", """{"email":"nobody"}"""),
                ("email", """{"email":"a@@b.se"}"""),
                ("email", """{"email":"a b@c.se"}"""),
                ("email", $$"""{"email":"{{new string('x', 250)}}@b.se"}"""),
                ("email", """{"email":["a@b.se"]}"""),
                ("email", """{"email":"admin@nocobase.com"}"""),
            }
        )
        {
            await RefusedAsync("users:create", named, body);
            await RefusedAsync("users:update?filterByTk=2", named, body);
            await RefusedAsync(
                "users:firstOrCreate?filterKeys[]=id",
                named,
                body.Replace("{\"", "{\"id\":99,\"", StringComparison.Ordinal)
            );
        }

        var (_, list) = await app.SendAsync("GET", "users:list", null, root);
        Assert.Equal(2, list.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Contains(
            "Åsa Öst",
            list.GetRawText().Replace("\\u00C5", "Å").Replace("\\u00D6", "Ö"),
            StringComparison.Ordinal
        );

        async Task RefusedAsync(string path, string named, string body)
        {
            var (status, answer) = await app.SendAsync("POST", path, JsonElement.Parse(body), root);
            Assert.True(status == 400, $"{path} {body}: {status} {answer}");
            var message = answer.GetProperty("errors")[0].GetProperty("message").GetString()!;
            Assert.True(message.Contains(named, StringComparison.OrdinalIgnoreCase), $"{body}: {message}");
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_name_that_another_program_accepted_does_not_keep_the_account_from_being_edited(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        await using (var transaction = await app.Database.BeginAsync(TestContext.Current.CancellationToken))
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = "UPDATE users SET username = 'old@name' WHERE id = 1";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        var same = new { username = "old@name", nickname = "Ann" };
        Assert.Equal(200, (await app.SendAsync("POST", "users:update?filterByTk=1", same, root)).Status);
        var other = new { username = "new@name" };
        Assert.Equal(400, (await app.SendAsync("POST", "users:update?filterByTk=1", other, root)).Status);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Those_without_a_role_can_be_listed_by_those_who_manage_users(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        foreach (var name in new[] { "ann", "bob" })
        {
            await app.SendAsync("POST", "users:create", New(name, name == "ann" ? "member" : "admin"), root);
        }

        Assert.Equal(["bob"], await ListAsync("roleName=member"));
        Assert.Equal(["ann"], await ListAsync("roleName=admin"));
        Assert.Equal(["ann", "bob"], await ListAsync("roleName=root"));
        Assert.Equal(["bob"], await ListAsync("roleName=root&pageSize=1&page=2&sort=username"));
        Assert.Equal(["bob"], await ListAsync("roleName=root&filter[username]=bob"));
        Assert.Equal(400, (await app.SendAsync("GET", "users:listExcludeRole", null, root)).Status);

        var ann = await app.SignInAsync("ann", "pw-1");
        foreach (var action in new[] { "listExcludeRole?roleName=root", "getSystemSettings", "updateSystemSettings" })
        {
            Assert.Equal(
                403,
                (await app.SendAsync("POST", $"users:{action}", new { enableEditProfile = false }, ann)).Status
            );
        }

        async Task<string[]> ListAsync(string query)
        {
            var (status, body) = await app.SendAsync("GET", $"users:listExcludeRole?{query}", null, root);
            Assert.Equal(200, status);
            return
            [
                .. body.GetProperty("data")
                    .EnumerateArray()
                    .Select(u => u.GetProperty("username").GetString()!)
                    .Order(StringComparer.Ordinal),
            ];
        }

        static object New(string username, string role) =>
            new
            {
                username,
                password = "pw-1",
                roles = new[] { role },
            };
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Whether_people_edit_their_profile_is_a_setting(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        Assert.Equal((true, true), await ReadAsync());
        foreach (var wrong in new[] { "{}", """{"enableEditProfile":"no"}""", """{"other":true}""", "[]" })
        {
            var (status, _) = await app.SendAsync("POST", "users:updateSystemSettings", JsonElement.Parse(wrong), root);
            Assert.True(status == 400, wrong);
        }

        Assert.Equal((true, true), await ReadAsync());
        Assert.Equal(
            200,
            (await app.SendAsync("POST", "users:updateSystemSettings", new { enableEditProfile = false }, root)).Status
        );
        Assert.Equal((false, true), await ReadAsync());
        Assert.Equal(403, (await app.SendAsync("POST", "users:updateProfile", new { nickname = "x" }, root)).Status);

        async Task<(bool Profile, bool Password)> ReadAsync()
        {
            var (_, body) = await app.SendAsync("GET", "users:getSystemSettings", null, root);
            var data = body.GetProperty("data");
            return (
                data.GetProperty("enableEditProfile").GetBoolean(),
                data.GetProperty("enableChangePassword").GetBoolean()
            );
        }
    }
}
