using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.Testing.Oracle;
using Pergola.Testing.Servers;
using Xunit;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Any JSON for any field is stored and read in the documented form, or refused naming the field.</summary>
public abstract class ValuePropertySuite(SharedServers servers, string dialect)
{
    /// <summary>What a value of a kind looks like when nothing more is known about it.</summary>
    private static readonly Dictionary<FieldKind, string> Shapes = new()
    {
        [FieldKind.Boolean] = "^(true|false|null)$",
        [FieldKind.Decimal] = @"^(""-?\d{1,14}\.\d{6}""|null)$",
        [FieldKind.Instant] = @"^(""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z""|null)$",
        [FieldKind.Unix] = @"^(""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z""|null)$",
        [FieldKind.Wall] = @"^(""\d{4}-\d\d-\d\d \d\d:\d\d:\d\d""|null)$",
        [FieldKind.Day] = @"^(""\d{4}-\d\d-\d\d""|null)$",
        [FieldKind.Time] = @"^(""\d\d:\d\d:\d\d""|null)$",
        [FieldKind.Uuid] = @"^(""[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}""|null)$",
        [FieldKind.Strings] = @"^(\[.*\]|null)$",
        [FieldKind.Document] = ".",
    };

    public static TheoryData<int> SeedData => Seeds.All;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(SeedData))]
    public async Task Values_are_read_in_their_form_or_refused(int seed)
    {
        Assert.SkipWhen(SharedServers.SkipReason(dialect) is not null, SharedServers.SkipReason(dialect) ?? "");
        var client = (await servers.GetAsync(dialect)).Client;
        var data = await PropertyData.CreateAsync(client, seed, Cancellation);
        var chance = new Chance(seed);
        var json = new JsonGenerator(chance);
        var fields = data.Parents.Fields.Where(f => f.Name != "id").ToList();
        var failures = new List<string>();
        var (count, exact, refused) = (Seeds.Count(400), 0, 0);
        for (var example = 0; example < count; example++)
        {
            var field = chance.Of(fields);
            var value = json.For(field.Kind);
            var isUpdate = chance.Percent(30);
            var form = ValueForms.Of(JsonElement.Parse(value), field.Kind);
            exact += form.Exact is null ? 0 : 1;
            refused += form.MayBeAccepted ? 0 : 1;
            if (await CheckAsync(client, data.Parents.Name, field, value, isUpdate) is { } failure)
            {
                failures.Add($"{(isUpdate ? "update" : "create")} {field.Name} {Short(value)}: {failure}");
            }
        }

        Console.WriteLine(
            $"note: {dialect} seed {seed}: {count} values, {exact} to be stored, {refused} to be refused"
        );
        // All of them at once: a single wrong form usually fails in several spellings.
        Assert.True(failures.Count == 0, $"seed {seed}:\n{string.Join('\n', failures.Distinct().Take(20))}");
    }

    /// <summary>What is wrong with what happened, or null.</summary>
    private static async Task<string?> CheckAsync(
        ApiClient client,
        string collection,
        OracleField field,
        string value,
        bool isUpdate
    )
    {
        var form = ValueForms.Of(JsonElement.Parse(value), field.Kind);
        var action = isUpdate ? "update?filterByTk=1" : "create";
        var body = $$"""{"{{field.Name}}":{{value}}}""";
        var answer = await client.PostAsync($"{collection}:{action}", body, Cancellation);
        if (answer.Status is not 200)
        {
            return
                answer.Status is >= 400 and < 500
                && answer.Messages?.Contains(field.Name) is true
                && (form.MayBeRefused || !form.MayBeAccepted)
                ? null
                : $"expected {form}, got {answer}";
        }

        if (!form.MayBeAccepted)
        {
            return $"expected a refusal, got {answer.Data.GetRawText()[..60]}";
        }

        var written = isUpdate ? answer.Data[0] : answer.Data;
        var key = written.GetProperty("id").GetInt64();
        var read = await client.GetAsync($"{collection}:get?fields={field.Name}&filterByTk={key}", Cancellation);
        var actual = read.Data.GetProperty(field.Name);
        var isRight = form.Exact is { } exact
            ? JsonForms.AreSame(exact, actual)
            : Regex.IsMatch(
                actual.GetRawText(),
                Shapes.GetValueOrDefault(field.Kind, "."),
                RegexOptions.Singleline,
                TimeSpan.FromSeconds(1)
            );
        return isRight ? null : $"expected {form}, read {Short(actual.GetRawText())}";
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…" + text.Length;
}

public sealed class SqliteValuePropertyTests(SharedServers servers) : ValuePropertySuite(servers, "sqlite");

public sealed class PostgresValuePropertyTests(SharedServers servers) : ValuePropertySuite(servers, "postgres");
