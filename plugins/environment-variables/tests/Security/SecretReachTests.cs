using System.Text;
using System.Text.Json;
using Pergola.Data.Sql;

namespace Pergola.Plugins.EnvironmentVariables.Tests.Security;

/// <summary>Every way by which a secret, or what it is stored as, could reach anybody.</summary>
[Trait("ASVS", "V8")]
public sealed class SecretReachTests
{
    private const string Secret = "correct-horse-battery";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task No_answer_has_it_whoever_asks(Backend backend)
    {
        await using var vault = await OpenAsync(backend);
        var stored = await vault.StoredAsync("TOKEN");
        var manager = await vault.HireAsync("keeper", "pm.environment-variables");
        var member = await vault.HireAsync("reader");
        string[] requests =
        [
            "environmentVariables:list",
            "environmentVariables:list?fields=value",
            "environmentVariables:list?fields=name,value&paginate=false",
            "environmentVariables:list?appends=value",
            "environmentVariables:get?filterByTk=TOKEN",
            "environmentVariables:query?measures=[{\"field\":\"value\",\"aggregation\":\"max\",\"alias\":\"v\"}]",
            "keys:list?appends=variable",
            "keys:list?appends=variable&fields=id,variable.value",
            "keys:get?filterByTk=1&appends=variable",
            "keys/1/variable:get",
            "keys/1/variable:list?paginate=false",
            "systemSettings:get",
            "authenticators:publicList",
            "authenticators:list",
            "app:getInfo",
            "auditLogs:list",
            "collections:listMeta",
        ];
        foreach (var who in new[] { vault.Root, manager, member })
        {
            foreach (var request in requests)
            {
                var text = await TextAsync(vault, "GET", request, null, who);
                Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
                Assert.DoesNotContain(stored, text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task It_is_not_found_by_comparing_sorting_or_counting(Backend backend)
    {
        await using var vault = await OpenAsync(backend);
        var stored = await vault.StoredAsync("TOKEN");
        var manager = await vault.HireAsync("keeper", "pm.environment-variables");
        string[] filters =
        [
            "{\"value\":\"" + stored + "\"}",
            "{\"value.$includes\":\"" + stored[..4] + "\"}",
            "{\"value.$ne\":\"x\"}",
            "{\"value\":{\"$in\":[\"" + stored + "\"]}}",
            "{\"$or\":[{\"name\":\"none\"},{\"value.$startsWith\":\"" + stored[..1] + "\"}]}",
            "{\"$not\":{\"value.$regexp\":\"^x\"}}",
        ];
        foreach (var who in new[] { vault.Root, manager })
        {
            foreach (var filter in filters.Select(Uri.EscapeDataString))
            {
                await IsRefusedAsync(vault, who, "GET", $"environmentVariables:list?filter={filter}");
                await IsRefusedAsync(vault, who, "POST", $"environmentVariables:destroy?filter={filter}");
                await IsRefusedAsync(
                    vault,
                    who,
                    "POST",
                    $"environmentVariables:update?filter={filter}",
                    new { type = "secret" }
                );
            }

            await IsRefusedAsync(vault, who, "GET", "environmentVariables:list?sort=value");
            await IsRefusedAsync(vault, who, "GET", "environmentVariables:list?sort=-value");
        }

        var through = Uri.EscapeDataString("{\"variable.value.$includes\":\"" + stored[..2] + "\"}");
        await IsRefusedAsync(vault, vault.Root, "GET", $"keys:list?filter={through}");
        await IsRefusedAsync(vault, vault.Root, "GET", "keys:list?sort=variable.value");
        await IsRefusedAsync(
            vault,
            vault.Root,
            "POST",
            "keys:query",
            new
            {
                measures = new[]
                {
                    new
                    {
                        field = "variable.value",
                        aggregation = "max",
                        alias = "v",
                    },
                },
            }
        );
    }

    /// <summary>Everything else that could be asked of a collection does not exist for this one.</summary>
    [Theory]
    [InlineData("GET", "get?filterByTk=TOKEN")]
    [InlineData("GET", "query")]
    [InlineData("POST", "firstOrCreate")]
    [InlineData("POST", "updateOrCreate")]
    [InlineData("POST", "move?sourceId=TOKEN&targetId=SHOP")]
    [InlineData("GET", "export")]
    public async Task Other_actions_are_not_there(string method, string action)
    {
        await using var vault = await OpenAsync(Backend.Sqlite);
        var (status, _) = await vault.App.SendAsync(method, "environmentVariables:" + action, null, vault.Root);
        Assert.Equal(404, status);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Only_those_with_the_snippet_write_and_a_rule_does_not_help(Backend backend)
    {
        await using var vault = await OpenAsync(backend);
        var member = await vault.HireAsync("reader");
        await vault.DoAsync(
            "roles/reader/dataSourceResources:create",
            new
            {
                dataSourceKey = "main",
                name = "keys",
                usingActionsConfig = true,
                actions = new[] { new { name = "view" }, new { name = "update" }, new { name = "create" } },
            }
        );
        object value = new
        {
            name = "MINE",
            type = "default",
            value = "x",
        };
        Assert.Equal(403, (await vault.PostAsync("environmentVariables:create", value, member)).Status);
        Assert.Equal(
            403,
            (await vault.PostAsync("environmentVariables:update?filterByTk=TOKEN", new { value = "x" }, member)).Status
        );
        Assert.Equal(403, (await vault.PostAsync("environmentVariables:destroy?filterByTk=SHOP", null, member)).Status);
        await vault.PostAsync("keys:create", new { variable = value }, member);
        await vault.PostAsync(
            "keys:update?filterByTk=1&updateAssociationValues=variable",
            new { variable = new { name = "TOKEN", type = "default" } },
            member
        );
        Assert.Equal(401, (await vault.App.SendAsync("GET", "environmentVariables:list")).Status);

        // What is signed in may read those that are no secrets, as clients need them.
        var list = (await vault.ListAsync(member)).GetProperty("data");
        Assert.Equal(
            "SHOP The shop, TOKEN ",
            string.Join(", ", list.EnumerateArray().Select(v => $"{v.GetProperty("name")} {v.GetProperty("value")}"))
        );
        Assert.Equal(Secret, vault.Render("{{$env.TOKEN}}"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task It_stays_encrypted_when_it_is_written_by_way_of_a_relation(Backend backend)
    {
        await using var vault = await OpenAsync(backend);
        var answer = await vault.PostAsync(
            "keys:create",
            new
            {
                variable = new
                {
                    name = "NESTED",
                    type = "secret",
                    value = "nested-value",
                },
            }
        );
        Assert.DoesNotContain("nested-value", answer.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, answer.Status);
        Assert.Matches("^[0-9a-f]{64}$", await vault.StoredAsync("NESTED"));
        Assert.Equal("nested-value", vault.Render("{{$env.NESTED}}"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task It_is_in_no_table(Backend backend)
    {
        await using var vault = await OpenAsync(backend);
        await vault.DoAsync("environmentVariables:update?filterByTk=TOKEN", new { value = "another-battery" });
        await vault.RefusesAsync(
            400,
            "environmentVariables:create",
            new
            {
                name = "bad name",
                type = "secret",
                value = "refused-battery",
            },
            "name"
        );
        await vault.DoAsync("environmentVariables:destroy?filterByTk=TOKEN");
        var dump = new StringBuilder();
        await using var connection = await vault.App.Database.OpenAsync(Cancelled);
        foreach (
            var table in vault.App.Schema.Collections.Where(c => c.Columns.Count > 0).Select(c => c.Table).Distinct()
        )
        {
            var sql = new SqlWriter(vault.App.Database.Dialect).Append($"SELECT * FROM {table.Quoted}");
            await using var command = vault.App.Database.CreateCommand(connection, null, sql.ToStatement());
            await using var reader = await command.ExecuteReaderAsync(Cancelled);
            while (await reader.ReadAsync(Cancelled))
            {
                for (var index = 0; index < reader.FieldCount; index++)
                {
                    dump.Append(reader.GetValue(index)).Append('\n');
                }
            }
        }

        foreach (var value in new[] { Secret, "another-battery", "refused-battery" })
        {
            Assert.DoesNotContain(value, dump.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_title_that_names_it_does_not_show_it()
    {
        await using var vault = await OpenAsync(Backend.Sqlite);
        await vault.DoAsync("systemSettings:put", new { raw_title = "{{$env.SHOP}}{{ $env.TOKEN }}!" });
        var (_, answer) = await vault.App.SendAsync("GET", "systemSettings:get");
        Assert.Equal("The shop!", answer.GetProperty("data").GetProperty("title").GetString());
        Assert.Equal("{{$env.SHOP}}{{ $env.TOKEN }}!", answer.GetProperty("data").GetProperty("raw_title").GetString());
    }

    [Fact]
    public async Task Open_options_of_a_way_to_sign_in_show_variables_and_no_secrets()
    {
        await using var vault = await OpenAsync(Backend.Sqlite);
        var options = new
        {
            @public = new { allowSignUp = true, hint = "{{$env.SHOP}}/{{$env.TOKEN}}" },
            secret = "{{$env.TOKEN}}",
        };
        await vault.DoAsync("authenticators:update?filterByTk=1", new { options });
        Assert.Equal(200, (await vault.App.SendAsync("GET", "authenticators:publicList")).Status);
        var shown = await TextAsync(vault, "GET", "authenticators:publicList", null, vault.Root);
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        await vault.App.SignInAsync();
    }

    private static async Task<Vault> OpenAsync(Backend backend)
    {
        var vault = await Vault.OpenAsync(backend);
        await vault.SetAsync("SHOP", "default", "The shop");
        await vault.SetAsync("TOKEN", "secret", Secret);
        await vault.DoAsync(
            "collections:create",
            JsonElement.Parse(
                """
                {"name":"keys","logging":true,"fields":[
                  {"name":"variable","type":"belongsTo","interface":"m2o","target":"environmentVariables",
                   "foreignKey":"variableName","targetKey":"name"}]}
                """
            )
        );
        await vault.DoAsync("keys:create", new { variable = "TOKEN" });
        return vault;
    }

    private static async Task IsRefusedAsync(
        Vault vault,
        (string, string) who,
        string method,
        string path,
        object? body = null
    )
    {
        var (status, answer) = await vault.App.SendAsync(method, path, body, who);
        Assert.True(status is 400 or 403, $"{path}: {status} {answer}");
    }

    private static async Task<string> TextAsync(
        Vault vault,
        string method,
        string path,
        object? body,
        (string, string) who
    ) => (await vault.App.SendAsync(method, path, body, who)).Body.ToString();
}
