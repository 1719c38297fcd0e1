using System.Text.Json;
using Pergola.PluginTests.Apps;

namespace Pergola.Plugins.PluginCatalog.Tests;

/// <summary>What NocoBase left in the storage of an installation.</summary>
public sealed class NodePackageTests
{
    [Fact]
    public async Task Packages_of_NocoBase_are_listed_with_why_they_do_not_run()
    {
        await using var database = await TestDatabase.CreateAsync(
            Backend.Sqlite,
            TestContext.Current.CancellationToken
        );
        Put(database, "plugin-hello", """{"name":"plugin-hello","version":"1.2.3","displayName":"Hello"}""");
        Put(database, "@acme/plugin-loans", """{"name":"@acme/plugin-loans","version":"0.9.0"}""");
        Put(database, "@acme/plugin-odd", "no JSON");
        Put(database, "@nocobase/plugin-acl", """{"version":"2.2.15"}""");
        Directory.CreateDirectory(Path.Combine(database.Storage, "plugins", "empty"));
        await using var app = await AppUnderTest.StartAsync(database);
        var pm = await PluginClient.SignInAsync(app);

        Assert.Equal(("1.2.3", false, "node"), await pm.StateAsync("plugin-hello"));
        Assert.Equal(("0.9.0", false, "node"), await pm.StateAsync("@acme/plugin-loans"));
        Assert.Equal(("0.0.0", false, "node"), await pm.StateAsync("@acme/plugin-odd"));
        Assert.Equal("built-in", (await pm.StateAsync("acl"))!.Value.Origin);
        Assert.Null(await pm.StateAsync("empty"));
        Assert.Equal(
            "It is written in JavaScript for NocoBase. Pergola runs plugins for .NET",
            await pm.ErrorAsync("plugin-hello")
        );
        var hello = (await pm.GetAsync("pm:list"))
            .EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "plugin-hello");
        Assert.Equal(("Hello", false), (hello.GetProperty("displayName").GetString(), IsCompatible(hello)));

        const string refusal = "plugin-hello is written in JavaScript for NocoBase and cannot run here";
        Assert.Equal(
            (400, $"Failed to enable plugin: The plugin {refusal}"),
            await pm.SwitchAsync("enable", "plugin-hello")
        );
        Assert.Equal(
            (400, $"Failed to remove plugin: The plugin {refusal}"),
            await pm.SwitchAsync("remove", "plugin-hello")
        );
        Assert.Equal(("1.2.3", false, "node"), await pm.StateAsync("plugin-hello"));
    }

    private static bool IsCompatible(JsonElement plugin) => plugin.GetProperty("isCompatible").GetBoolean();

    private static void Put(TestDatabase database, string package, string description)
    {
        var folder = Path.Combine(database.Storage, "plugins", package);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "package.json"), description);
    }
}
