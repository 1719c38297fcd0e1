using System.Diagnostics;
using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.Testing;

namespace Pergola.UnitTests.Acl;

/// <summary>The rules of every role are in memory; that has to stay small, and quick to change.</summary>
[Collection(Alone)]
public sealed class ManyRolesTests
{
    /// <summary>Memory and time are those of the process: nothing else may run meanwhile.</summary>
    private const string Alone = "alone";

    private const int Resources = 100;
    private const int Fields = 30;
    private static readonly string[] Actions = ["create", "view", "update", "destroy"];

    [Fact]
    public void A_million_rules_take_less_than_a_hundred_megabytes()
    {
        var roles = TestEnvironment.IsFull ? 10_000 : 1_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (store, pool) = Build(roles);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(store);
        GC.KeepAlive(pool);
        TestContext.Current.TestOutputHelper?.WriteLine($"{roles} roles x {Resources} resources: {bytes >> 20} MiB");
        // With fewer roles the pool of equal parts counts for more.
        var most = TestEnvironment.IsFull ? 100_000_000 : 20_000_000;
        Assert.True(bytes < most, $"{bytes} bytes for {roles} roles");
    }

    [Fact]
    public void A_changed_role_leaves_the_others_as_they_are_and_takes_no_time()
    {
        var (store, pool) = Build(1_000);
        var others = Enumerable.Range(1, 999).Select(n => store.Find($"role{n}")).ToList();
        var watch = Stopwatch.StartNew();
        for (var times = 0; times < 100; times++)
        {
            var changed = Role(pool, new Random(times), "role0");
            store.Replace(["role0"], new Dictionary<string, RoleRules>(StringComparer.Ordinal) { ["role0"] = changed });
            Assert.Same(changed, store.Find("role0"));
        }

        Assert.True(watch.ElapsedMilliseconds < 1_000, $"{watch.ElapsedMilliseconds} ms for a hundred changes");
        Assert.All(others.Select((o, n) => (o, n)), p => Assert.Same(p.o, store.Find($"role{p.n + 1}")));
        store.Replace(["role0"], new Dictionary<string, RoleRules>(StringComparer.Ordinal));
        Assert.Null(store.Find("role0"));
    }

    [Fact]
    public void Equal_parts_of_rules_are_one_object_and_different_ones_are_not()
    {
        var pool = new RulesPool();
        var scope = JsonElement.Parse("""{"a":1}""");
        var rule = pool.Rule(["a", "b"], scope, isOwn: false);
        Assert.Same(rule, pool.Rule(["a", "b"], JsonElement.Parse("""{"a":1}"""), isOwn: false));
        Assert.NotSame(rule, pool.Rule(["a", "b"], JsonElement.Parse("""{"a":2}"""), isOwn: false));
        Assert.NotSame(rule, pool.Rule(["a", "b"], scope, isOwn: true));
        Assert.NotSame(rule, pool.Rule(["a"], scope, isOwn: false));
        Assert.NotSame(pool.Rule([], null, isOwn: false), pool.Rule(null, null, isOwn: false));
        Assert.Null(pool.Rule(null, null, isOwn: false).Fields);

        var other = pool.Rule(null, null, isOwn: true);
        var map = pool.Rules([new("view", rule), new("update", other)]);
        Assert.Same(map, pool.Rules([new("update", other), new("view", rule)]));
        Assert.NotSame(map, pool.Rules([new("update", rule), new("view", other)]));
        Assert.Same(rule, map["view"]);
        Assert.Same(other, map["update"]);
        Assert.False(map.TryGetValue("create", out _));
        Assert.Equal(2, map.Count);
    }

    private static (RulesStore Store, RulesPool Pool) Build(int roles)
    {
        var store = new RulesStore();
        var pool = new RulesPool();
        var random = new Random(42);
        store.ReplaceAll(Enumerable.Range(0, roles).Select(n => Role(pool, random, $"role{n}")));
        return (store, pool);
    }

    /// <summary>Rules as forms make them: all fields, none, or one of some lists; all records, own ones, or a scope.</summary>
    private static RoleRules Role(RulesPool pool, Random random, string name) =>
        new()
        {
            Name = name,
            Strategy = pool.List(["view", "create"]),
            Snippets = pool.List(["!pm", "!pm.*", "!ui.*"]),
            Resources = pool.Resources(
                Enumerable
                    .Range(0, Resources)
                    .Select(r =>
                        KeyValuePair.Create(
                            $"collection{r}",
                            pool.Rules(Actions.Select(a => KeyValuePair.Create(a, Rule(pool, random, r))))
                        )
                    )
            ),
        };

    private static ActionRule Rule(RulesPool pool, Random random, int resource)
    {
        var count = random.Next(4);
        string[]? fields =
            count == 0 ? null : [.. Enumerable.Range(0, count * Fields / 4).Select(f => $"field{resource % 10}_{f}")];
        return random.Next(3) switch
        {
            0 => pool.Rule(fields, JsonElement.Parse($$"""{"team":{{random.Next(5)}}}"""), isOwn: false),
            1 => pool.Rule(fields, null, isOwn: true),
            _ => pool.Rule(fields, null, isOwn: false),
        };
    }
}

[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
