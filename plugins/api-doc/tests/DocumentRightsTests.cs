using System.Text.Json;
using Pergola.Plugins.Acl.Tests;

namespace Pergola.Plugins.ApiDoc.Tests;

/// <summary>A document says what its reader may do: no less, and nothing more.</summary>
[Trait("ASVS", "V4")]
public sealed class DocumentRightsTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Who_sees_three_of_five_fields_is_told_of_three(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", []);
        await office.RuleAsync(
            "clerk",
            "bills",
            ("view", ["title", "amount", "client"], null),
            ("update", ["title"], null)
        );
        var document = await Documented.ReadAsync(office.App, clerk, "collections");
        Assert.Equal(
            ["bills.get", "bills.list", "bills.query", "bills.update"],
            document.Operations.Where(id => id.Split('.').Length == 2).Order(StringComparer.Ordinal)
        );

        // Who made a record is in every one of them; a client is out of reach, and so is the relation that leads to it.
        Assert.Equal(
            ["amount", "createdById", "id", "title"],
            document.PropertiesOf("bills").Order(StringComparer.Ordinal)
        );
        Assert.Equal(["title"], document.PropertiesOf("bills.update"));
        Assert.DoesNotContain("secret", document.Root.GetRawText(), StringComparison.Ordinal);
        Assert.False(document.HasSchema("bills.create"));

        await office.RuleAsync("clerk", "clients", ("view", ["name"], null));
        var wider = await Documented.ReadAsync(office.App, clerk, "collections");
        Assert.Contains("client", wider.PropertiesOf("bills"));
        Assert.Equal(["createdById", "id", "name"], wider.PropertiesOf("clients").Order(StringComparer.Ordinal));
        Assert.Contains("bills.client.get", wider.Operations);
        Assert.DoesNotContain("bills.client.set", wider.Operations);
        Assert.Empty(wider.Dangling());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task What_it_has_is_let_through_and_what_it_lacks_is_refused(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("clients:create", new { name = "a" });
        await office.DoAsync("bills:create", new { title = "a", client = 1 });
        var clerk = await office.HireAsync("clerk", ["view"], ["pm.audit-log", "pm.departments"]);
        await office.RuleAsync(
            "clerk",
            "bills",
            ("view", [], null),
            ("create", ["title", "client"], null),
            ("update", ["title", "client"], null)
        );
        var own = await Documented.ReadAsync(office.App, clerk);
        var all = await Documented.ReadAsync(office.App, office.Root);
        Assert.Empty(own.Operations.Except(all.Operations));
        var wrong = new List<string>();
        foreach (var path in all.Paths)
        {
            var operation = path.Value.EnumerateObject().Single();
            var id = operation.Value.GetProperty("operationId").GetString()!;
            if (id.StartsWith("auth.", StringComparison.Ordinal))
            {
                // Some of them end the session; they are open to everybody who has one.
                continue;
            }

            var address = path.Name[1..].Replace("{sourceKey}", "1", StringComparison.Ordinal) + "?filterByTk=0";
            var method = operation.Name.ToUpperInvariant();
            var status = await office.StatusAsync(clerk, method, address, method == "POST" ? new { } : null);
            if (status == 403 == own.Operations.Contains(id))
            {
                wrong.Add($"{id}: {status}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Strangers_are_asked_to_sign_in(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("roles:create", new { name = "anonymous", title = "Strangers" });
        foreach (var path in new[] { "swagger:get", "swagger:getUrls", "swagger:listParts" })
        {
            Assert.Equal(401, (await office.App.SendAsync("GET", path)).Status);
            Assert.Equal(401, (await office.App.SendAsync("GET", path, null, ("X-Role", "anonymous"))).Status);
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task It_is_another_one_as_soon_as_rights_or_collections_are(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", ["view"]);
        var first = await Documented.ReadAsync(office.App, clerk);
        Assert.Equal(304, await AskAgainAsync(clerk, first.Tag!));
        Assert.Equal(304, await AskAgainAsync(clerk, "\"other\", W/" + first.Tag));
        Assert.Equal(200, await AskAgainAsync(office.Root, first.Tag!));

        await office.RuleAsync("clerk", "bills", ("view", ["title"], null));
        Assert.Equal(200, await AskAgainAsync(clerk, first.Tag!));
        var second = await Documented.ReadAsync(office.App, clerk);
        Assert.Equal(304, await AskAgainAsync(clerk, second.Tag!));
        await office.DoAsync(
            "collections/clients/fields:create",
            new
            {
                name = "street",
                type = "string",
                @interface = "input",
            }
        );
        Assert.Equal(200, await AskAgainAsync(clerk, second.Tag!));
        Assert.Contains("street", (await Documented.ReadAsync(office.App, clerk)).PropertiesOf("clients"));

        async Task<int> AskAgainAsync((string, string) who, string tag) =>
            (await office.App.SendAsync("GET", "swagger:get", null, who, ("If-None-Match", tag))).Status;
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task The_list_of_parts_has_the_operations_of_the_document(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", ["view"]);
        foreach (var who in new[] { office.Root, clerk })
        {
            var document = await Documented.ReadAsync(office.App, who);
            var parts = await office.GetAsync(who, "swagger:listParts");
            var listed = parts
                .EnumerateArray()
                .SelectMany(part =>
                    part.GetProperty("actions")
                        .EnumerateArray()
                        .Select(a => $"{part.GetProperty("resource")}.{a.GetString()!.Replace(':', '.')}")
                );
            Assert.Equal(document.Operations.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
            foreach (var part in parts.EnumerateArray())
            {
                var one = await Documented.ReadAsync(office.App, who, part.GetProperty("ns").GetString());
                Assert.Contains(
                    one.Operations,
                    id => id.StartsWith(part.GetProperty("resource").GetString() + ".", StringComparison.Ordinal)
                );
            }
        }
    }
}
