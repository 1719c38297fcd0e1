using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests;

/// <summary>What those see and do who are not signed in, where a role is made for them.</summary>
[Trait("ASVS", "V4")]
public sealed class AnonymousRoleTests
{
    private static readonly (string, string) Stranger = ("X-Role", "anonymous");

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Strangers_get_what_their_role_allows_and_are_asked_to_sign_in_for_the_rest(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "a", secret = "s" });
        await RefusedAsync("bills:list", Stranger);
        await office.DoAsync("roles:create", new { name = "anonymous", title = "Strangers" });
        await RefusedAsync("bills:list", Stranger);
        await office.RuleAsync("anonymous", "bills", ("view", ["title"], null), ("create", ["title"], null));

        var bill = Assert.Single((await office.GetAsync(Stranger, "bills:list")).EnumerateArray().ToList());
        Assert.Equal("a", bill.GetProperty("title").GetString());
        Assert.False(bill.TryGetProperty("secret", out _));
        Assert.Equal(403, await CodeAsync("bills:list?filter[secret]=s", Stranger));
        var made = await office.DoAsync("bills:create", new { title = "b", secret = "no" }, Stranger);
        var stored = await office.GetAsync(office.Root, $"bills:get?filterByTk={made.GetProperty("id")}");
        Assert.Equal(JsonValueKind.Null, stored.GetProperty("secret").ValueKind);
        Assert.Equal(JsonValueKind.Null, stored.GetProperty("createdById").ValueKind);

        // The header is what asks for it, and nothing but the role's own rights is behind it.
        await RefusedAsync("bills:list");
        foreach (
            var closed in new[]
            {
                "bills:destroy?filterByTk=1",
                "bills:update?filterByTk=1",
                "clients:list",
                "users:list",
                "auth:check",
                "roles:check",
                "users:updateProfile",
                "collections:list",
                "apiKeys:list",
            }
        )
        {
            await RefusedAsync(closed, Stranger);
        }

        var (status, _) = await office.App.SendAsync(
            "GET",
            "bills:list",
            null,
            Stranger,
            ("Authorization", "Bearer nonsense")
        );
        Assert.Equal(401, status);
        await office.DoAsync("roles:destroy?filterByTk=anonymous");
        await RefusedAsync("bills:list", Stranger);

        async Task RefusedAsync(string path, params (string, string)[] headers)
        {
            var (refused, body) = await office.App.SendAsync("GET", path, null, headers);
            Assert.True(refused == 401, $"{path}: {refused}");
            Assert.Equal("EMPTY_TOKEN", body.GetProperty("errors")[0].GetProperty("code").GetString());
        }

        async Task<int> CodeAsync(string path, params (string, string)[] headers) =>
            (await office.App.SendAsync("GET", path, null, headers)).Status;
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Nobody_owns_nothing_and_administers_nothing(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "root's" });
        await office.DoAsync(
            "roles:create",
            new
            {
                name = "anonymous",
                title = "Strangers",
                snippets = new[] { "pm.*", "ui.*" },
            }
        );
        await office.DoAsync(
            "dataSources/main/roles:update?filterByTk=anonymous",
            new { strategy = new { actions = new[] { "view:own", "update:own", "destroy:own", "create" } } }
        );
        var made = await office.DoAsync("bills:create", new { title = "nobody's" }, Stranger);

        // A record that nobody made is not everybody's.
        Assert.Empty((await office.GetAsync(Stranger, "bills:list")).EnumerateArray());
        var id = made.GetProperty("id");
        Assert.Equal(403, await office.StatusAsync(Stranger, "POST", $"bills:destroy?filterByTk={id}"));
        Assert.Equal(
            0,
            (await office.DoAsync($"bills:update?filterByTk={id}", new { title = "x" }, Stranger)).GetArrayLength()
        );
        foreach (var path in new[] { "users:create", "users:listExcludeRole?roleName=x", "roles:create", "pm:list" })
        {
            var status = await office.StatusAsync(Stranger, "POST", path, new { username = "mallory" });
            Assert.True(status is 401 or 404, $"{path}: {status}");
        }

        Assert.Empty((await office.GetAsync(Stranger, "users:list")).EnumerateArray());

        // A scope about the current user holds for no record, in either direction.
        await office.DoAsync(
            "dataSources/main/rolesResourcesScopes:create",
            JsonElement.Parse(
                """
                {"key":"others","name":"others","resourceName":"bills",
                 "scope":{"$not":{"createdById":"{{ $user.id }}"}}}
                """
            )
        );
        await office.RuleAsync("anonymous", "bills", ("view", ["title"], "others"));
        Assert.Empty((await office.GetAsync(Stranger, "bills:list")).EnumerateArray());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task The_role_of_strangers_is_listed_only_when_asked_for(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("roles:create", new { name = "anonymous", title = "Strangers" });
        Assert.DoesNotContain("anonymous", await NamesAsync("roles:list"));
        Assert.Contains("anonymous", await NamesAsync("roles:list?showAnonymous=true"));
        Assert.Contains("admin", await NamesAsync("roles:list"));
        var check = await office.GetAsync(office.Root, "roles:check");
        Assert.True(check.GetProperty("allowAnonymous").GetBoolean());

        async Task<string[]> NamesAsync(string path) =>
            [
                .. (await office.GetAsync(office.Root, path))
                    .EnumerateArray()
                    .Select(r => r.GetProperty("name").GetString()!),
            ];
    }
}
