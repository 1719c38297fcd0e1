using System.Text.Json;
using Pergola.Plugins.Acl.Tests;

namespace Pergola.Plugins.ApiDoc.Tests;

/// <summary>The document as it is read by somebody who may do everything.</summary>
public sealed class DocumentTests(SharedApps apps)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Every_part_is_complete_in_itself_and_names_each_operation_once(Backend backend)
    {
        var app = await apps.GetAsync(backend);
        var root = await app.SignInAsync();
        var (_, urls) = await app.SendAsync("GET", "swagger:getUrls", null, root);
        var all = urls.GetProperty("data").EnumerateArray().Select(u => u.GetProperty("url").GetString()!).ToList();
        Assert.Equal($"{app.Client.BaseAddress}swagger:get", all[0]);
        Assert.Contains($"{app.Client.BaseAddress}swagger:get?ns=plugins%2Fusers", all);
        foreach (var url in all)
        {
            var part = url.Split("ns=") is [_, var name] ? Uri.UnescapeDataString(name) : null;
            var document = await Documented.ReadAsync(app, root, part);
            Assert.Equal("3.1.0", document.Root.GetProperty("openapi").GetString());
            Assert.Empty(document.Dangling());
            Assert.Equal(document.Operations.Distinct().Count(), document.Operations.Count);
            Assert.Equal(
                app.Client.BaseAddress!.ToString().TrimEnd('/'),
                document.Root.GetProperty("servers")[0].GetProperty("url").GetString()
            );
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_part_has_what_its_name_says(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var (app, root) = (office.App, office.Root);
        var bills = await Documented.ReadAsync(app, root, "collections/bills");
        Assert.All(bills.Operations, id => Assert.StartsWith("bills.", id, StringComparison.Ordinal));
        Assert.Contains("bills.client.set", bills.Operations);

        // Of the collections around it only their own fields, so that a part stays small.
        Assert.Contains("client", bills.PropertiesOf("bills"));
        Assert.DoesNotContain("createdBy", bills.PropertiesOf("clients"));

        var users = await Documented.ReadAsync(app, root, "plugins/users");
        Assert.Contains("users.updateProfile", users.Operations);
        Assert.DoesNotContain("roles.list", users.Operations);
        var core = await Documented.ReadAsync(app, root, "core");
        Assert.Contains("auth.signIn", core.Operations);
        Assert.Contains("collections.fields.create", core.Operations);
        Assert.DoesNotContain("auditLogs.list", core.Operations);
        Assert.DoesNotContain("bills.list", core.Operations);
        var made = await Documented.ReadAsync(app, root, "collections");
        Assert.Contains("bills.list", made.Operations);
        Assert.DoesNotContain("users.list", made.Operations);
    }

    [Fact]
    public async Task It_speaks_the_language_of_its_reader_and_leaves_peoples_own_words_alone()
    {
        await using var office = await Office.OpenAsync(Backend.Sqlite);
        await office.DoAsync("collections:create", new { name = "titled", title = "Delete" });
        var (_, document) = await office.App.SendAsync(
            "GET",
            "swagger:get?ns=collections/titled",
            null,
            office.Root,
            ("X-Locale", "sv-SE")
        );
        var list = document.GetProperty("paths").GetProperty("/titled:list").GetProperty("get");
        Assert.Equal("Lista Delete", list.GetProperty("summary").GetString());
        Assert.Equal(
            "Vilken sida, från 1",
            document
                .GetProperty("components")
                .GetProperty("parameters")
                .GetProperty("api.page")
                .GetProperty("description")
                .GetString()
        );
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("plugins/none")]
    [InlineData("collections/none")]
    [InlineData("collections/")]
    [InlineData("plugins/users/more")]
    public async Task A_part_that_does_not_exist_is_refused_by_its_name(string part)
    {
        var app = await apps.GetAsync(Backend.Sqlite);
        var (status, body) = await app.SendAsync("GET", $"swagger:get?ns={part}", null, await app.SignInAsync());
        Assert.Equal(400, status);
        Assert.Equal($"The API has no part {part}", body.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Fields_are_told_as_the_wire_has_them(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync(
            "collections:create",
            JsonElement.Parse(
                """
                {"name":"kinds","title":"Kinds","description":"All there are","fields":[
                  {"name":"price","type":"decimal","interface":"number","precision":10,"scale":2},
                  {"name":"big","type":"bigInt","interface":"integer"},
                  {"name":"day","type":"dateOnly","interface":"dateOnly"},
                  {"name":"at","type":"date","interface":"datetime"},
                  {"name":"seconds","type":"unixTimestamp","interface":"unixTimestamp"},
                  {"name":"tags","type":"array","interface":"multipleSelect",
                    "uiSchema":{"enum":[{"value":"a","label":"A"},{"value":"b","label":"B"}]}},
                  {"name":"state","type":"string","interface":"select","uiSchema":{"title":"State",
                    "enum":[{"value":"new","label":"New"},{"value":"paid","label":"Paid"}]}},
                  {"name":"must","type":"string","interface":"input","allowNull":false},
                  {"name":"word","type":"password","interface":"password"},
                  {"name":"twice","type":"formula","dataType":"integer","interface":"formula","engine":"math.js",
                    "expression":"{{big}}*2"}
                ]}
                """
            )
        );
        var document = await Documented.ReadAsync(office.App, office.Root, "collections/kinds");
        var record = document.Schema("kinds");
        Assert.Equal("Kinds", record.GetProperty("title").GetString());
        Assert.Equal("All there are", record.GetProperty("description").GetString());
        Assert.Equal(["id"], Texts(record.GetProperty("required")));
        Is("price", """["string","null"]""", "decimal");
        Is("big", """["integer","string","null"]""", "int64");
        Is("day", """["string","null"]""", "date");
        Is("at", """["string","null"]""", "date-time");
        Is("seconds", """["string","null"]""", "date-time");
        Is("must", "\"string\"", null);
        Assert.Equal(["new", "paid", "null"], Texts(Of("state").GetProperty("enum")));
        Assert.Equal("State", Of("state").GetProperty("title").GetString());
        Assert.Equal(["a", "b"], Texts(Of("tags").GetProperty("items").GetProperty("enum")));
        Assert.True(Of("twice").GetProperty("readOnly").GetBoolean());
        Assert.DoesNotContain("word", document.PropertiesOf("kinds"));

        var create = document.Schema("kinds.create");
        Assert.Equal(["must"], Texts(create.GetProperty("required")));
        Assert.True(create.GetProperty("properties").GetProperty("word").GetProperty("writeOnly").GetBoolean());
        Assert.DoesNotContain("twice", document.PropertiesOf("kinds.create"));

        var users = await Documented.ReadAsync(office.App, office.Root, "plugins/users");
        var created = users.Schema("users").GetProperty("properties").GetProperty("createdAt");
        Assert.True(created.GetProperty("readOnly").GetBoolean());
        Assert.DoesNotContain("createdAt", users.PropertiesOf("users.create"));
        Assert.DoesNotContain("resetToken", users.PropertiesOf("users.create"));
        Assert.DoesNotContain("createdBy", users.PropertiesOf("users.create"));
        Assert.False(document.Schema("kinds.update").TryGetProperty("required", out _));

        JsonElement Of(string field) => record.GetProperty("properties").GetProperty(field);

        void Is(string field, string type, string? format)
        {
            Assert.Equal(type, Of(field).GetProperty("type").GetRawText());
            Assert.Equal(format, Of(field).TryGetProperty("format", out var found) ? found.GetString() : null);
        }

        static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString() ?? "null")];
    }

    [Fact]
    public async Task It_is_at_the_address_that_requests_come_to()
    {
        await using var app = await AppUnderTest.StartAsync(
            Backend.Sqlite,
            ("APP_PUBLIC_PATH", "/inner/"),
            ("API_BASE_PATH", "/rest")
        );
        var inner = new Uri(app.Client.BaseAddress!, "/inner/rest/");
        using var client = new HttpClient { BaseAddress = inner };
        using var signedIn = await Pergola.Testing.Servers.ApiClient.SignInAsync(
            inner,
            TestContext.Current.CancellationToken
        );
        var answer = await signedIn.GetAsync("swagger:get?ns=core", TestContext.Current.CancellationToken);
        Assert.Equal(
            inner.ToString().TrimEnd('/'),
            answer.Body!.Value.GetProperty("servers")[0].GetProperty("url").GetString()
        );
    }
}
