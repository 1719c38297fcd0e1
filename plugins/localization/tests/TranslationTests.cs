using System.Text.Json;

namespace Pergola.Plugins.Localization.Tests;

public sealed class TranslationTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Texts_are_collected_translated_and_published(Backend backend)
    {
        await using var office = await TextOffice.OpenAsync(backend);
        await office.DoAsync("systemSettings:put", new { enabledLanguages = new[] { "en-US", "sv-SE" } });
        var added = (await office.DoAsync("localization:sync", new { types = new[] { "local" } })).GetProperty("added");
        Assert.True(added.GetInt32() > 500);
        Assert.Equal(
            0,
            (await office.DoAsync("localization:sync", new { types = new[] { "local" } }))
                .GetProperty("added")
                .GetInt32()
        );
        var row = await office.FindAsync("No permissions", "resources.platform");
        Assert.Equal("Behörighet saknas", row.GetProperty("translation").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("translationId").ValueKind);

        await office.TranslateAsync(row, "Det går inte");
        Assert.Equal("Behörighet saknas", await office.RefusalAsync());
        Assert.Equal(1, (await office.ListAsync("")).GetProperty("meta").GetProperty("unpublished").GetInt32());
        await office.DoAsync("localization:publish");
        Assert.Equal(0, (await office.ListAsync("")).GetProperty("meta").GetProperty("unpublished").GetInt32());
        Assert.Equal("Det går inte", await office.RefusalAsync());
        Assert.Equal("Det går inte", await office.ToldAsync("platform", "No permissions"));
        Assert.Equal("Det går inte", await office.ToldAsync("lm-published", "No permissions"));

        // What was there comes back with it gone.
        await office.DoAsync("localization:sync", new { types = new[] { "local" }, resetTranslations = true });
        await office.DoAsync("localization:publish");
        Assert.Equal("Behörighet saknas", await office.RefusalAsync());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Titles_people_give_become_texts_of_their_own(Backend backend)
    {
        await using var office = await TextOffice.OpenAsync(backend);
        await office.DoAsync("systemSettings:put", new { enabledLanguages = new[] { "en-US", "sv-SE" } });
        await office.DoAsync("roles:create", new { name = "clerk", title = "Clerk" });
        var clerk = await office.FindAsync("Clerk", "resources.lm-collections");
        Assert.Equal(JsonValueKind.Null, clerk.GetProperty("translation").ValueKind);
        await office.DoAsync(
            "collections:create",
            JsonElement.Parse(
                """
                {"name":"orders","title":"Orders","fields":[{"name":"state","type":"string","interface":"select",
                 "uiSchema":{"title":"State of it","enum":[{"value":"o","label":"Open"}]}}]}
                """
            )
        );
        await office.DoAsync("localization:sync", new { types = new[] { "db" } });
        foreach (var title in new[] { "Orders", "State of it", "Open" })
        {
            await office.FindAsync(title, "resources.lm-collections");
        }

        await office.TranslateAsync(await office.FindAsync("Orders", "resources.lm-collections"), "Beställningar");
        await office.DoAsync("localization:publish");
        Assert.Equal("Beställningar", await office.ToldAsync("lm-collections", "Orders"));
        Assert.Null(await office.ToldAsync("lm-published", "Orders"));
    }

    [Fact]
    public async Task Published_texts_are_there_after_a_start()
    {
        await using var database = await TestDatabase.CreateAsync(
            Backend.Sqlite,
            TestContext.Current.CancellationToken
        );
        await using (var office = await TextOffice.OpenAsync(database))
        {
            await office.DoAsync("localization:sync", new { });
            await office.TranslateAsync(await office.FindAsync("No permissions", "resources.platform"), "Nej");
        }

        await using var again = await TextOffice.OpenAsync(database);
        Assert.Equal("Nej", await again.RefusalAsync());
    }

    [Fact]
    public async Task Lists_are_filtered()
    {
        await using var office = await TextOffice.OpenAsync(Backend.Sqlite);
        await office.DoAsync("localization:sync", new { });
        await office.DoAsync(
            "localizationTexts:missing",
            new { keys = new object[] { "Only mine", new { text = "Theirs", ns = "shop" } } }
        );
        var missing = await office.ListAsync("&hasTranslation=false&pageSize=200");
        var texts = missing
            .GetProperty("data")
            .EnumerateArray()
            .Select(r => r.GetProperty("text").GetString())
            .ToList();
        Assert.Contains("Only mine", texts);
        Assert.Contains("Theirs", texts);
        Assert.DoesNotContain("No permissions", texts);
        Assert.Contains(
            missing.GetProperty("meta").GetProperty("modules").EnumerateArray(),
            m => m.GetProperty("name").GetString() == "resources.shop"
        );
        var found = await office.ListAsync("&keyword=BEHÖRIGHET+SAKNAS");
        Assert.Equal("No permissions", found.GetProperty("data")[0].GetProperty("text").GetString());
        Assert.Equal(20, (await office.ListAsync("")).GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Many_are_taken_at_once_and_counted()
    {
        await using var office = await TextOffice.OpenAsync(Backend.Sqlite);
        await office.DoAsync("localization:sync", new { });
        var rows = new[]
        {
            new
            {
                module = "resources.platform",
                text = "No permissions",
                translation = "Nej",
            },
            new
            {
                module = "resources.platform",
                text = "Nothing like it",
                translation = "x",
            },
            new
            {
                module = "resources.platform",
                text = "Email",
                translation = " ",
            },
        };
        var answer = await office.DoAsync("localization:import", new { locale = "sv-SE", rows });
        Assert.Equal("1 1", $"{answer.GetProperty("written")} {answer.GetProperty("unknown")}");
        answer = await office.DoAsync("localization:import", new { locale = "sv-SE", rows });
        Assert.Equal("0 1", $"{answer.GetProperty("written")} {answer.GetProperty("unknown")}");
    }

    [Fact]
    public async Task Markup_is_text_and_stays_text()
    {
        await using var office = await TextOffice.OpenAsync(Backend.Sqlite);
        await office.DoAsync("localization:sync", new { });
        const string Markup = "<img src=x onerror=alert(1)>{{constructor}}";
        await office.TranslateAsync(await office.FindAsync("No permissions", "resources.platform"), Markup);
        await office.DoAsync("localization:publish");
        Assert.Equal(Markup, await office.RefusalAsync());
    }

    [Theory]
    [InlineData("localizationTranslations:create", """{"locale":"sv-SE","translation":"x","textId":1}""")]
    [InlineData("localizationTranslations:create", """{"locale":"../x","translation":"x","textId":"{id}"}""")]
    [InlineData("localizationTranslations:create", """{"translation":"x","textId":"{id}"}""")]
    [InlineData("localizationTranslations:create", """{"locale":"sv-SE","translation":{"a":1},"textId":"{id}"}""")]
    [InlineData("localizationTranslations:create", """{"locale":"sv-SE","translation":"{long}","textId":"{id}"}""")]
    [InlineData("localization:sync", """{"types":["nowhere"]}""")]
    [InlineData("localization:sync", """{"types":"local"}""")]
    [InlineData("localization:import", """{"locale":"sv-SE","rows":[{"text":"x"}]}""")]
    [InlineData("localization:import", """{"locale":"","rows":[]}""")]
    [InlineData("localizationTexts:missing", """{"keys":[{}]}""")]
    [InlineData("localizationTexts:missing", """{"keys":["{long}"]}""")]
    [InlineData("localizationTexts:missing", "{}")]
    public async Task What_makes_no_sense_is_refused(string action, string body)
    {
        await using var office = await TextOffice.OpenAsync(Backend.Sqlite);
        await office.DoAsync("roles:create", new { name = "clerk", title = "Clerk" });
        var id = (await office.FindAsync("Clerk", "resources.lm-collections")).GetProperty("id").GetString();
        var sent = body.Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{long}", new string('x', 20_000), StringComparison.Ordinal);
        var (status, answer) = await office.PostAsync(action, JsonElement.Parse(sent), office.Root);
        Assert.True(status == 400, $"{status} {answer}");
    }

    [Fact]
    public async Task Members_neither_read_nor_change_texts()
    {
        await using var office = await TextOffice.OpenAsync(Backend.Sqlite);
        var member = await office.HireAsync();
        string[] actions =
        [
            "localization:getSources",
            "localization:sync",
            "localization:publish",
            "localization:import",
            "localizationTexts:list",
            "localizationTexts:missing",
            "localizationTexts:destroy?filterByTk=1",
            "localizationTranslations:list",
            "localizationTranslations:create",
            "localizationTranslations:updateOrCreate?filterKeys[]=textId",
        ];
        foreach (var action in actions)
        {
            Assert.Equal(403, (await office.PostAsync(action, new { }, member)).Status);
        }
    }
}
