using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Explain;

/// <summary>An office whose people have one role or several, their own or by a department.</summary>
internal sealed class ExplainedOffice(Office office) : IAsyncDisposable
{
    private readonly Dictionary<string, (long Id, (string Name, string Value) Token)> _people = new(
        StringComparer.Ordinal
    );

    public Office Office { get; } = office;

    public IEnumerable<string> People => _people.Keys;

    public static async Task<ExplainedOffice> OpenAsync(Backend backend)
    {
        var office = new ExplainedOffice(await Office.OpenAsync(backend));
        await office.AppointAsync();
        await office.HireAsync("nobody");
        // Everybody new has the role that is the default.
        await office.Office.DoAsync($"users/{office.IdOf("nobody")}/roles:set", Array.Empty<string>());
        foreach (var role in new[] { "viewer", "owner", "clerk", "buyer", "idle", "personnel" })
        {
            await office.HireAsync("only_" + role, role);
        }

        await office.HireAsync("viewer_owner", "viewer", "owner");
        await office.HireAsync("clerk_buyer", "clerk", "buyer");
        await office.HireAsync("idle_personnel", "idle", "personnel");
        await office.HireAsync("chief", "idle", "root");
        await office.HireAsync("by_department", "idle");
        await office.HireAsync("by_both", "clerk");
        var sales = (
            await office.Office.DoAsync(
                "departments:create",
                new { title = "Sales", roles = new[] { "clerk", "viewer" } }
            )
        )
            .GetProperty("id")
            .GetInt64();
        await office.Office.DoAsync(
            $"departments/{sales}/members:add",
            new[] { office.IdOf("by_department"), office.IdOf("by_both") }
        );
        return office;
    }

    public long IdOf(string person) => _people[person].Id;

    public (string Name, string Value) TokenOf(string person) => _people[person].Token;

    /// <summary>A new bill that somebody has made, with all that conditions speak of or without.</summary>
    public async Task<long> BillAsync(long creator, bool isCheap)
    {
        var client = await Office.DoAsync("clients:create", new { name = isCheap ? "Ada" : "Bo" });
        var bill = await Office.DoAsync(
            "bills:create",
            new
            {
                title = "before",
                secret = "s",
                amount = isCheap ? 5 : 50,
                client = client.GetProperty("id").GetInt64(),
            }
        );
        var id = bill.GetProperty("id").GetInt64();
        if (isCheap)
        {
            // Two of them, so that a record is not counted twice.
            await Office.DoAsync("remarks:create", new { text = "open", billId = id });
            await Office.DoAsync("remarks:create", new { text = "open", billId = id });
        }

        await using var transaction = await Office.App.Database.BeginAsync(TestContext.Current.CancellationToken);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        var bills = Office.App.Schema["bills"];
        command.CommandText =
            $"UPDATE {bills.Table.Quoted} SET {bills.Column("createdById").QuotedColumn} = {creator} WHERE id = {id}";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return id;
    }

    public Task<JsonElement> ExplainAsync(
        string person,
        string collection,
        object? record = null,
        string? role = null
    ) =>
        Office.GetAsync(
            Office.Root,
            $"roles:explain?userId={IdOf(person)}&collection={collection}"
                + (record is null ? "" : $"&recordKey={record}")
                + (role is null ? "" : $"&role={role}")
        );

    public static JsonElement ActionOf(JsonElement explained, string action) =>
        explained.GetProperty("actions").EnumerateArray().Single(a => a.GetProperty("name").GetString() == action);

    public static JsonElement RoleOf(JsonElement action, string role) =>
        action.GetProperty("roles").EnumerateArray().Single(r => r.GetProperty("name").GetString() == role);

    public ValueTask DisposeAsync() => Office.DisposeAsync();

    private async Task AppointAsync()
    {
        await RoleAsync("viewer", ["view"]);
        await RoleAsync("owner", ["create", "view:own", "update:own", "destroy:own"]);
        await RoleAsync("clerk", []);
        await Office.RuleAsync("clerk", "bills", ("view", ["title", "client"], "own"), ("update", ["title"], null));
        await RoleAsync("buyer", ["view", "create", "update", "destroy"]);
        await ScopeAsync("cheap", """{"amount":{"$lt":10}}""");
        await ScopeAsync("open", """{"notes.text":"open"}""");
        await ScopeAsync("ada", """{"$and":[{"client.name":"Ada"},{"createdById":"{{$user.id}}"}]}""");
        await Office.RuleAsync(
            "buyer",
            "bills",
            ("view", ["amount"], "cheap"),
            ("create", ["title"], null),
            ("update", ["title", "amount"], "open"),
            ("destroy", [], "ada")
        );
        await RoleAsync("idle", []);
        await RoleAsync("personnel", [], "pm.users");
    }

    private async Task RoleAsync(string name, string[] actions, params string[] snippets)
    {
        await Office.DoAsync(
            "roles:create",
            new
            {
                name,
                title = name,
                snippets,
            }
        );
        await Office.DoAsync($"dataSources/main/roles:update?filterByTk={name}", new { strategy = new { actions } });
    }

    private Task ScopeAsync(string key, string scope) =>
        Office.DoAsync(
            "dataSources/main/rolesResourcesScopes:create",
            new
            {
                key,
                name = "Those " + key,
                resourceName = "bills",
                scope = JsonElement.Parse(scope),
            }
        );

    private async Task HireAsync(string username, params string[] roles)
    {
        var user = await Office.DoAsync(
            "users:create",
            new
            {
                username,
                password = "pw-1",
                roles,
            }
        );
        _people[username] = (user.GetProperty("id").GetInt64(), await Office.App.SignInAsync(username, "pw-1"));
    }
}
