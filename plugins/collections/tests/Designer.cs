using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Testing.Servers;

namespace Pergola.Plugins.Collections.Tests;

/// <summary>Defines collections over the API as root does, and looks at what came of it in the database.</summary>
internal sealed class Designer(AppUnderTest app, ApiClient client)
{
    /// <summary>Where nodes meet; there before any schema.</summary>
    private static readonly string[] NodeTables =
    [
        "pergola_nodes",
        "pergola_packages",
        "pergola_revision",
        "pergola_signals",
    ];

    private readonly string _suffix = Guid.NewGuid().ToString("N")[..8];

    public ApiClient Client { get; } = client;

    public AppUnderTest App { get; } = app;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Designer> OnAsync(AppUnderTest app) => new(app, await app.RootAsync());

    public static async Task<Designer> OnAsync(SharedApps apps, Backend backend) =>
        await OnAsync(await apps.GetAsync(backend));

    /// <summary>A name no other test of the shared app uses, in camel case like most names.</summary>
    public string Name(string noun) => $"{noun}Of{_suffix}";

    public Task<ApiAnswer> PostAsync(string target, object? body = null) =>
        Client.PostAsync(target, body ?? "{}", Cancelled);

    public async Task<JsonElement> DoAsync(string target, object? body = null)
    {
        var answer = await PostAsync(target, body);
        Assert.True(answer.Status == 200, $"{target}: {answer}");
        return answer.Body is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("data", out var data)
            ? data
            : default;
    }

    public async Task<JsonElement> GetAsync(string target)
    {
        var answer = await Client.GetAsync(target, Cancelled);
        Assert.True(answer.Status == 200, $"{target}: {answer}");
        return answer.Data;
    }

    /// <summary>Creates a collection with an id that numbers itself, unless the options say otherwise.</summary>
    public Task<JsonElement> CreateAsync(string name, string options = "{}", params string[] fields)
    {
        var body = JsonNode.Parse(options)!.AsObject();
        body["name"] = name;
        body["fields"] = new JsonArray([.. fields.Select(f => JsonNode.Parse(f))]);
        return DoAsync("collections:create", body.ToJsonString());
    }

    public Task<JsonElement> AddFieldAsync(string collection, string field) =>
        DoAsync($"collections/{collection}/fields:create", field);

    /// <summary>Asks for something that is not possible; the answer names what is wrong and no database text.</summary>
    public async Task RefusedAsync(int status, string said, string target, object? body = null)
    {
        var answer = await PostAsync(target, body);
        Assert.True(answer.Status == status, $"{target}: {answer}");
        Assert.Contains(said, answer.Messages ?? answer.Text, StringComparison.Ordinal);
    }

    /// <summary>The stored fields by name, in order.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> FieldsAsync(string collection)
    {
        var list = await GetAsync($"collections/{collection}/fields:list?paginate=false&sort=sort");
        return list.EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => f);
    }

    public async Task<string[]> FieldNamesAsync(string collection) => [.. (await FieldsAsync(collection)).Keys];

    public async Task<PhysicalSchema> TablesAsync()
    {
        await using var connection = await App.Database.OpenAsync(Cancelled);
        var naming = App.Schema["users"].Table;
        return await App.Database.Dialect.Ddl.ReadSchemaAsync(connection, null, naming.SchemaName, Cancelled);
    }

    /// <summary>Columns of a table by the names of the fields; null when there is no table.</summary>
    public async Task<IReadOnlySet<string>?> ColumnsAsync(string collection)
    {
        var naming = App.Generation(s => (Naming)s.GetService(typeof(Naming))!);
        return (await TablesAsync()).Tables.TryGetValue(naming.Table(collection).Name, out var table)
            ? table.Columns
            : null;
    }

    /// <summary>The table has exactly these columns.</summary>
    public async Task HasColumnsAsync(string collection, params string[] fields)
    {
        var naming = App.Generation(s => (Naming)s.GetService(typeof(Naming))!);
        var columns = await ColumnsAsync(collection);
        Assert.NotNull(columns);
        Assert.Equal(fields.Select(naming.Column).Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
    }

    /// <summary>Metadata rows, snapshot and tables tell the same story.</summary>
    public async Task IsConsistentAsync()
    {
        var schema = App.Schema;
        var tables = (await TablesAsync()).Tables;
        var meta = await GetAsync("collections:listMeta");
        foreach (var described in meta.EnumerateArray())
        {
            var name = described.GetProperty("name").GetString()!;
            Assert.True(schema.TryGet(name, out var collection), $"{name} is not in the snapshot");
            foreach (var field in described.GetProperty("fields").EnumerateArray())
            {
                var fieldName = field.GetProperty("name").GetString()!;
                Assert.True(collection.TryGetField(fieldName, out _), $"{name}.{fieldName} is not in the snapshot");
            }

            Assert.Equal(
                collection.Definition.Fields.Select(f => f.Name).Order(StringComparer.Ordinal),
                described
                    .GetProperty("fields")
                    .EnumerateArray()
                    .Select(f => f.GetProperty("name").GetString()!)
                    .Order(StringComparer.Ordinal)
            );
        }

        foreach (var collection in schema.Collections.Where(c => c.Columns.Count > 0))
        {
            Assert.True(tables.TryGetValue(collection.Table.Name, out var table), $"no table for {collection.Name}");
            Assert.Empty(collection.Columns.Select(c => c.ColumnName).Except(table.Columns));
        }

        var undescribed = tables.Keys.Except(schema.Collections.Select(c => c.Table.Name));
        Assert.DoesNotContain(undescribed, name => !NodeTables.Any(name.EndsWith));
    }

    /// <summary>Everything that a change of definitions may touch, to compare before and after.</summary>
    public async Task<string> StateAsync(string collection)
    {
        var meta = await GetAsync($"collections:get?filterByTk={collection}&appends=fields");
        var columns = await ColumnsAsync(collection);
        return $"{meta} {string.Join(',', (columns ?? new HashSet<string>()).Order())}";
    }
}
