using System.Collections.Concurrent;
using Pergola.Testing.Servers;

namespace Pergola.Plugins.Collections.Tests;

/// <summary>Many people change definitions at once while others read and write records.</summary>
public sealed class ConcurrencyTests
{
    private const int Designers = 3;
    private const int Rounds = 3;

    [Theory]
    [OnEveryDatabase]
    public async Task Changes_of_definitions_disturb_nobody(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var designer = await Designer.OnAsync(app);
        await designer.CreateAsync("steadyThings", "{}", """{"name":"note","type":"text"}""");
        await designer.CreateAsync("changingThings", "{}", """{"name":"note","type":"text"}""");
        var failures = new ConcurrentBag<string>();
        using var finished = new CancellationTokenSource();

        var traffic = Enumerable
            .Range(0, 3)
            .SelectMany(_ =>
                new[]
                {
                    TrafficAsync(designer, "steadyThings", mayConflict: false, failures, finished.Token),
                    TrafficAsync(designer, "changingThings", mayConflict: true, failures, finished.Token),
                }
            )
            .ToList();
        var changes = Enumerable
            .Range(0, Designers)
            .SelectMany(number => new[] { OwnAsync(designer, number, failures), SameAsync(designer, number, failures) })
            .ToList();
        await Task.WhenAll(changes);
        await finished.CancelAsync();
        var counts = await Task.WhenAll(traffic);

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(10)));
        Assert.All(counts, count => Assert.True(count > 0));
        await designer.IsConsistentAsync();
        Assert.Equal(
            ["note", .. Enumerable.Range(0, Designers).Select(n => $"left{n}")],
            (await designer.FieldNamesAsync("changingThings")).OrderBy(n => n != "note").ThenBy(n => n)
        );
        var written = await designer.GetAsync("steadyThings:list?pageSize=1&sort=-id");
        Assert.Equal(counts.Where((_, index) => index % 2 == 0).Sum(), written[0].GetProperty("id").GetInt64());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Of_those_who_want_the_same_name_one_gets_it(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var designer = await Designer.OnAsync(app);
        var creations = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    designer.PostAsync(
                        "collections:create",
                        $$"""{"name":"wanted","fields":[{"name":"a{{n}}","type":"string"}]}"""
                    )
                )
        );
        Assert.Single(creations, a => a.Status == 200);
        Assert.All(creations.Where(a => a.Status != 200), a => Assert.True(a.Status is 400 or 409, a.ToString()));

        var fields = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => designer.PostAsync("collections/wanted/fields:create", """{"name":"b","type":"string"}"""))
        );
        Assert.Single(fields, a => a.Status == 200);

        var ends = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => designer.PostAsync("collections:destroy?filterByTk=wanted"))
        );
        Assert.All(ends, a => Assert.Equal(200, a.Status));
        Assert.Equal(1, ends.Sum(a => a.Data.GetInt32()));
        await designer.IsConsistentAsync();
    }

    /// <summary>Writes, reads and changes records until told to stop; how many were written.</summary>
    private static async Task<long> TrafficAsync(
        Designer designer,
        string collection,
        bool mayConflict,
        ConcurrentBag<string> failures,
        CancellationToken finished
    )
    {
        var count = 0L;
        while (!finished.IsCancellationRequested)
        {
            var created = await designer.PostAsync($"{collection}:create", """{"note":"x"}""");
            Check(created, $"{collection}:create");
            if (created.Status != 200)
            {
                continue;
            }

            count++;
            var id = created.Data.GetProperty("id");
            Check(await designer.PostAsync($"{collection}:update?filterByTk={id}", """{"note":"y"}"""), "update");
            var list = await designer.Client.GetAsync(
                $"{collection}:list?sort=-id",
                TestContext.Current.CancellationToken
            );
            Check(list, "list");
            Check(
                await designer.Client.GetAsync($"{collection}:get/{id}", TestContext.Current.CancellationToken),
                "get"
            );
        }

        return count;

        void Check(ApiAnswer answer, string what)
        {
            if (answer.Status != 200 && !(mayConflict && answer.Status == 409))
            {
                failures.Add($"{collection} {what}: {answer}");
            }
        }
    }

    private static async Task OwnAsync(Designer designer, int number, ConcurrentBag<string> failures)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var name = $"ownThings{number}";
            foreach (
                var (target, body) in new[]
                {
                    ("collections:create", $$"""{"name":"{{name}}","fields":[{"name":"a","type":"string"}]}"""),
                    ($"{name}:create", """{"a":"1"}"""),
                    ($"collections/{name}/fields:create", """{"name":"b","type":"integer","defaultValue":5}"""),
                    (
                        $"collections/{name}/fields:create",
                        """{"name":"steady","type":"belongsTo","interface":"m2o","target":"steadyThings"}"""
                    ),
                    ($"{name}:create", """{"a":"2"}"""),
                    ($"collections/{name}/fields:update?filterByTk=a", """{"unique":true}"""),
                    ($"collections/{name}/fields:destroy?filterByTk=a", "{}"),
                    ($"{name}:create", """{"b":7}"""),
                    ($"collections:update?filterByTk={name}", """{"title":"t"}"""),
                    ($"collections:destroy?filterByTk={name}", "{}"),
                }
            )
            {
                var answer = await designer.PostAsync(target, body);
                if (answer.Status != 200)
                {
                    failures.Add($"{target} {body}: {answer}");
                }
            }
        }
    }

    private static async Task SameAsync(Designer designer, int number, ConcurrentBag<string> failures)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await RepeatAsync("fields:create", $$"""{"name":"left{{number}}","type":"integer","index":true}""");
            if (round < Rounds - 1)
            {
                await RepeatAsync($"fields:destroy?filterByTk=left{number}", "{}");
            }
        }

        async Task RepeatAsync(string action, string body)
        {
            ApiAnswer answer;
            do
            {
                answer = await designer.PostAsync($"collections/changingThings/{action}", body);
            } while (answer.Status == 409);

            if (answer.Status != 200)
            {
                failures.Add($"{action} {body}: {answer}");
            }
        }
    }
}
