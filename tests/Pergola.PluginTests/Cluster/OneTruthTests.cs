using System.Text.Json;
using Pergola.PluginTests.Apps;

namespace Pergola.PluginTests.Cluster;

/// <summary>
/// Two nodes on one database: what one has answered holds on the other in the request that follows.
/// </summary>
public sealed class OneTruthTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [OnPostgresFact]
    public async Task A_collection_made_on_one_node_takes_records_on_the_other()
    {
        await using var nodes = await TwoNodes.StartAsync();
        for (var round = 0; round < 5; round++)
        {
            var (here, there) = round % 2 == 0 ? (nodes.A, nodes.B) : (nodes.B, nodes.A);
            var name = $"books{round}";
            var fields = new[] { new { name = "title", type = "string" } };
            await Expect(200, here, "POST", "collections:create", new { name, fields });
            await Expect(200, there, "POST", $"{name}:create", new { title = "Momo" });
            await Expect(
                200,
                there,
                "POST",
                $"collections/{name}/fields:create",
                new { name = "pages", type = "integer" }
            );
            var book = await Expect(200, here, "POST", $"{name}:create", new { title = "Emil", pages = 99 });
            Assert.Equal(99, book.GetProperty("data").GetProperty("pages").GetInt32());
            await Expect(200, here, "POST", $"collections:destroy?filterByTk={name}", null);
            await Expect(404, there, "GET", $"{name}:list", null);
        }

        async Task<JsonElement> Expect(int status, AppUnderTest node, string method, string path, object? body)
        {
            var answer = await node.SendAsync(method, path, body, nodes.Root);
            Assert.True(answer.Status == status, $"{path}: {answer.Status} {answer.Body}");
            return answer.Body;
        }
    }

    [OnPostgresFact]
    public async Task Who_signs_out_on_one_node_is_out_on_the_other()
    {
        await using var nodes = await TwoNodes.StartAsync();
        for (var round = 0; round < 5; round++)
        {
            var session = await nodes.A.SignInAsync();
            Assert.Equal(200, (await nodes.B.SendAsync("GET", "auth:check", null, session)).Status);
            Assert.Equal(200, (await nodes.A.SendAsync("POST", "auth:signOut", null, session)).Status);
            Assert.Equal(401, (await nodes.B.SendAsync("GET", "auth:check", null, session)).Status);
        }
    }

    [OnPostgresFact]
    public async Task Rights_that_are_taken_on_one_node_are_gone_on_the_other()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await Done(
            nodes.A,
            "collections:create",
            new { name = "notes", fields = new[] { new { name = "text", type = "string" } } }
        );
        await Done(
            nodes.A,
            "roles:create",
            new
            {
                name = "reader",
                title = "Reader",
                strategy = new { actions = new[] { "view" } },
            }
        );
        await Done(
            nodes.A,
            "users:create",
            new
            {
                username = "rea",
                password = "secret-77",
                roles = new[] { "reader" },
            }
        );
        var reader = await nodes.B.SignInAsync("rea", "secret-77");
        Assert.Equal(200, (await nodes.B.SendAsync("GET", "notes:list", null, reader)).Status);

        await Done(
            nodes.A,
            "roles:update?filterByTk=reader",
            new { strategy = new { actions = Array.Empty<string>() } }
        );
        Assert.Equal(403, (await nodes.B.SendAsync("GET", "notes:list", null, reader)).Status);
        await Done(nodes.A, "roles:update?filterByTk=reader", new { strategy = new { actions = new[] { "view" } } });
        Assert.Equal(200, (await nodes.B.SendAsync("GET", "notes:list", null, reader)).Status);

        await Done(nodes.A, "roles:destroy?filterByTk=reader", null);
        Assert.NotEqual(200, (await nodes.B.SendAsync("GET", "notes:list", null, reader)).Status);

        async Task Done(AppUnderTest node, string path, object? body)
        {
            var answer = await node.SendAsync("POST", path, body, nodes.Root);
            Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Body}");
        }
    }

    [OnPostgresFact]
    public async Task Settings_variables_and_ways_to_sign_in_are_the_same_on_both()
    {
        await using var nodes = await TwoNodes.StartAsync();
        Assert.Equal(200, (await nodes.B.SendAsync("GET", "systemSettings:get", null, nodes.Root)).Status);
        await Done("systemSettings:update?filterByTk=1", new { title = "Two of us" });
        var settings = await nodes.B.SendAsync("GET", "systemSettings:get", null, nodes.Root);
        Assert.Equal("Two of us", settings.Body.GetProperty("data").GetProperty("title").GetString());

        await Done(
            "authenticators:create",
            new
            {
                name = "second",
                authType = "Email/Password",
                enabled = true,
                title = "Second",
            }
        );
        var ways = await nodes.B.SendAsync("GET", "authenticators:publicList");
        Assert.Equal(2, ways.Body.GetProperty("data").GetArrayLength());

        async Task Done(string path, object? body)
        {
            var answer = await nodes.A.SendAsync("POST", path, body, nodes.Root);
            Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Body}");
        }
    }

    [OnPostgresFact]
    public async Task What_nobody_can_tell_any_more_is_read_anew()
    {
        await using var nodes = await TwoNodes.StartAsync();
        Assert.NotEqual("Told by nobody", await TitleAsync(nodes));
        await using (var connection = await nodes.A.Database.OpenAsync(Cancelled))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """
                UPDATE "systemSettings" SET "title" = 'Told by nobody';
                UPDATE "pergola_revision" SET "value" = "value" + 3;
                """;
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        var began = TimeProvider.System.GetTimestamp();
        while (await TitleAsync(nodes) != "Told by nobody")
        {
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(20));
            await Task.Delay(50, Cancelled);
        }

        static async Task<string?> TitleAsync(TwoNodes nodes) =>
            (await nodes.B.SendAsync("GET", "systemSettings:get", null, nodes.Root))
                .Body.GetProperty("data")
                .GetProperty("title")
                .GetString();
    }

    [OnPostgresFact]
    public async Task A_node_that_does_not_answer_is_waited_for_until_its_lease_has_run_out()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using (var connection = await nodes.A.Database.OpenAsync(Cancelled))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """
                INSERT INTO "pergola_nodes" ("id", "host", "version", "leaseUntil", "seen", "createdAt")
                VALUES ('frozen', 'elsewhere', '0.0.0', (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint + 1500, 0, now())
                """;
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        var began = TimeProvider.System.GetTimestamp();
        var collection = new { name = "waited" };
        Assert.Equal(200, (await nodes.A.SendAsync("POST", "collections:create", collection, nodes.Root)).Status);
        var took = TimeProvider.System.GetElapsedTime(began);
        Assert.InRange(took, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));

        began = TimeProvider.System.GetTimestamp();
        collection = new { name = "free" };
        Assert.Equal(200, (await nodes.A.SendAsync("POST", "collections:create", collection, nodes.Root)).Status);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, took);
    }
}
