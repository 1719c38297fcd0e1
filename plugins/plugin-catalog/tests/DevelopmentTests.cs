using Pergola.PluginTests.Apps;
using Pergola.PluginTests.Packages;

namespace Pergola.Plugins.PluginCatalog.Tests;

public sealed class DevelopmentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plugin_is_taken_from_its_build_and_again_after_every_build()
    {
        var folder = Directory.CreateTempSubdirectory("pergola-build-");
        try
        {
            await BuildAsync(folder.FullName, PackageMaker.Saying("draft", "one"));
            await using var app = await AppUnderTest.StartAsync(
                Backend.Sqlite,
                ("PLUGIN_DEVELOPMENT", folder.FullName)
            );
            var pm = await PluginClient.SignInAsync(app);
            Assert.Equal((200, "one"), await pm.SayAsync("draft"));
            Assert.Equal(("0.0.0", true, "development"), await pm.StateAsync("draft"));

            await BuildAsync(folder.FullName, PackageMaker.Saying("draft", "two"));
            await UntilAsync(async () => (await pm.SayAsync("draft")).Text == "two");

            // A build that is no good leaves the last good one serving.
            var broken = PackageMaker.Saying("draft", "three", "throw new System.InvalidOperationException();");
            await BuildAsync(folder.FullName, broken);
            await Task.Delay(TimeSpan.FromSeconds(2), Cancelled);
            Assert.Equal((200, "two"), await pm.SayAsync("draft"));
            await BuildAsync(folder.FullName, PackageMaker.Saying("draft", "four"));
            await UntilAsync(async () => (await pm.SayAsync("draft")).Text == "four");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task BuildAsync(string folder, string source)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Acme.Draft.deps.json"), "{}", Cancelled);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "Acme.Draft.dll"),
            PackageMaker.Compile("Acme.Draft", source),
            Cancelled
        );
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(100, Cancelled);
        }

        Assert.Fail("It never was.");
    }
}
