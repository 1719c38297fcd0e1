namespace Pergola.Plugins.Collections.Tests;

/// <summary>Saved views are personal, whoever asks.</summary>
public sealed class RecordViewTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Nobody_reaches_the_views_of_others(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var designer = await Designer.OnAsync(app);
        var root = await app.SignInAsync();
        await designer.DoAsync(
            "users:create",
            new
            {
                username = "max",
                password = "pw-1",
                roles = new[] { "member" },
            }
        );
        var max = await app.SignInAsync("max", "pw-1");
        var mine = await CreateAsync("Mine", root);
        var his = await CreateAsync("His", max);

        Assert.Equal(["Mine"], await TitlesAsync(root));
        Assert.Equal(["His"], await TitlesAsync(max));
        var (changed, _) = await app.SendAsync(
            "POST",
            $"recordViews:update?filterByTk={his}",
            new { title = "Stolen" },
            root
        );
        var (gone, _) = await app.SendAsync("POST", $"recordViews:destroy?filterByTk={mine}", null, max);
        Assert.Equal(200, changed);
        Assert.Equal(403, gone);
        Assert.Equal(["Mine"], await TitlesAsync(root));
        Assert.Equal(["His"], await TitlesAsync(max));
        Assert.Equal(403, (await app.SendAsync("POST", "recordViews:updateOrCreate", new { title = "x" }, max)).Status);
        Assert.Equal(401, (await app.SendAsync("GET", "recordViews:list")).Status);

        Assert.Equal(200, (await app.SendAsync("POST", $"recordViews:destroy?filterByTk={his}", null, max)).Status);
        Assert.Empty(await TitlesAsync(max));

        async Task<string> CreateAsync(string title, (string, string) token)
        {
            var (status, body) = await app.SendAsync(
                "POST",
                "recordViews:create",
                new
                {
                    collectionName = "users",
                    title,
                    options = new { sort = "nickname" },
                },
                token
            );
            Assert.Equal(200, status);
            return body.GetProperty("data").GetProperty("id").ToString();
        }

        async Task<string[]> TitlesAsync((string, string) token)
        {
            var (status, body) = await app.SendAsync(
                "GET",
                "recordViews:list?filter[collectionName]=users",
                null,
                token
            );
            Assert.Equal(200, status);
            return [.. body.GetProperty("data").EnumerateArray().Select(v => v.GetProperty("title").GetString()!)];
        }
    }
}
