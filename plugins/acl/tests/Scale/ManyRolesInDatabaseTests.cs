using System.Diagnostics;
using System.Text.Json;
using Pergola.Data.Schema;
using Pergola.Testing;

namespace Pergola.Plugins.Acl.Tests.Scale;

/// <summary>An installation with very many roles, each with rules of its own for a hundred collections.</summary>
public sealed class ManyRolesInDatabaseTests
{
    private const int Resources = 100;
    private const string Now = "'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'";

    [Fact]
    public async Task Rules_of_all_roles_are_read_at_the_start_and_one_role_changes_alone()
    {
        var roles = TestEnvironment.IsFull ? 10_000 : 200;
        await using var database = await TestDatabase.CreateAsync(
            Backend.Sqlite,
            TestContext.Current.CancellationToken
        );
        await using (var first = await AppUnderTest.StartAsync(database))
        {
            await FillAsync(first, roles);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await using var app = await AppUnderTest.StartAsync(database);
        var started = watch.Elapsed;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var root = await app.SignInAsync();
        var times = new List<double>();
        for (var n = 0; n < 21; n++)
        {
            watch.Restart();
            var (status, _) = await app.SendAsync(
                "POST",
                "roles:update?filterByTk=role7",
                new { snippets = n % 2 == 0 ? new[] { "pm.users" } : [] },
                root
            );
            times.Add(watch.Elapsed.TotalMilliseconds);
            Assert.Equal(200, status);
        }

        // Who has the role has what it has become, and its rules for collections as before.
        await app.SendAsync(
            "POST",
            "users:create",
            new
            {
                username = "seven",
                password = "pw-1",
                roles = new[] { "role7" },
            },
            root
        );
        var seven = await app.SignInAsync("seven", "pw-1");
        var (_, check) = await app.SendAsync("GET", "roles:check", null, seven);
        var data = check.GetProperty("data");
        Assert.Equal("pm.users", Assert.Single(data.GetProperty("snippets").EnumerateArray()).GetString());
        Assert.Equal(Resources, data.GetProperty("resources").GetArrayLength());
        Assert.Equal(
            ["field7", "title"],
            data.GetProperty("actions")
                .GetProperty("collection42:create")
                .GetProperty("whitelist")
                .EnumerateArray()
                .Select(f => f.GetString()!)
                .Order(StringComparer.Ordinal)
        );

        var median = times.Order().ElementAt(times.Count / 2);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{roles} roles x {Resources} resources: start {started}, {bytes >> 20} MiB, change of a role {median:0.0} ms"
        );
        Assert.True(median < 50, $"{median} ms to change a role");
    }

    private static async Task FillAsync(AppUnderTest app, int roles)
    {
        var schema = app.Schema;
        await using var transaction = await app.Database.BeginAsync(TestContext.Current.CancellationToken);
        await RunAsync(
            $"WITH RECURSIVE r(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM r WHERE n + 1 < {roles}) "
                + $"INSERT INTO {Table("roles")} (name, title, snippets, sort, \"createdAt\", \"updatedAt\") SELECT 'role' || n, 'Role ' || n, '[]', n + 10, {Now} FROM r"
        );
        await RunAsync(
            $"INSERT INTO {Table("dataSourcesRoles")} (id, \"roleName\", \"dataSourceKey\", strategy) "
                + $"SELECT 'l' || name, name, 'main', '{{\"actions\":[\"view\"]}}' FROM {Table("roles")} WHERE name LIKE 'role%'"
        );
        await RunAsync(
            $"WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < {Resources}) "
                + $"INSERT INTO {Table("dataSourcesRolesResources")} (id, \"roleName\", \"dataSourceKey\", name, \"usingActionsConfig\", \"createdAt\", \"updatedAt\") "
                + $"SELECT (r.sort - 10) * {Resources} + c.n + 1, r.name, 'main', 'collection' || c.n, 1, {Now} "
                + $"FROM {Table("roles")} r, c WHERE r.name LIKE 'role%'"
        );
        foreach (var (action, offset) in new[] { ("view", 0), ("create", 1), ("update", 2), ("destroy", 3) })
        {
            await RunAsync(
                $"INSERT INTO {Table("dataSourcesRolesResourcesActions")} (id, name, fields, \"rolesResourceId\", \"createdAt\", \"updatedAt\") "
                    + $"SELECT id * 4 + {offset}, '{action}', "
                    + $"'[\"field' || ((id / {Resources}) % 50) || '\",\"title\"]', id, {Now} "
                    + $"FROM {Table("dataSourcesRolesResources")}"
            );
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        string Table(string name) => schema[name].Table.Quoted;

        async Task RunAsync(string sql)
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = sql;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
