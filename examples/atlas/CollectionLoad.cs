using System.Text.Json.Nodes;

namespace Atlas;

/// <summary>
/// Brings one collection up to date: what it lacks is created in batches, what differs is updated, the rest is left alone.
/// It begins with what is already there, so a run that was cut off is simply run again.
/// </summary>
internal sealed class CollectionLoad
{
    private const int BatchSize = 200;

    private readonly ApiClient _api;
    private readonly string _collection;
    private readonly string[] _fields;
    private readonly int _total;
    private readonly Dictionary<string, JsonObject> _existing;
    private int _created;
    private int _updated;
    private int _unchanged;

    private CollectionLoad(ApiClient api, string collection, string[] fields, int total, JsonArray existing)
    {
        _api = api;
        _collection = collection;
        _fields = fields;
        _total = total;
        _existing = existing.OfType<JsonObject>().ToDictionary(KeyOf);
    }

    /// <summary>Reads what the collection holds. The first of <paramref name="fields"/> is the key of the ISO list.</summary>
    public static async Task<CollectionLoad> OpenAsync(
        ApiClient api,
        string collection,
        string[] fields,
        int total,
        CancellationToken cancellationToken
    )
    {
        var query = $"paginate=false&fields=id,{string.Join(',', fields)}";
        var existing = await api.GetAsync($"{collection}:list?{query}", cancellationToken);
        return new(api, collection, fields, total, existing?.AsArray() ?? []);
    }

    /// <summary>The record key of the one with this code, or null.</summary>
    public JsonNode? IdOf(string code) => _existing.GetValueOrDefault(code)?["id"];

    public async Task WriteAsync(IReadOnlyList<JsonObject> records, CancellationToken cancellationToken)
    {
        var missing = records.Where(record => !_existing.ContainsKey(KeyOf(record))).ToList();
        foreach (var batch in missing.Chunk(BatchSize))
        {
            await CreateAsync(batch, cancellationToken);
            Show();
        }

        foreach (var record in records.Except(missing))
        {
            await UpdateAsync(record, cancellationToken);
        }

        Show();
    }

    public void Finish() => Console.WriteLine(Console.IsOutputRedirected ? Line() : "");

    private async Task CreateAsync(JsonObject[] batch, CancellationToken cancellationToken)
    {
        var values = new JsonArray([.. batch.Select(Values)]);
        var created = await _api.PostAsync($"{_collection}:create", values, cancellationToken);
        foreach (var record in created?.AsArray().OfType<JsonObject>() ?? [])
        {
            _existing[KeyOf(record)] = record;
            _created++;
        }
    }

    private async Task UpdateAsync(JsonObject record, CancellationToken cancellationToken)
    {
        var existing = _existing[KeyOf(record)];
        var changes = Values(record);
        foreach (var field in _fields.Where(field => JsonNode.DeepEquals(record[field], existing[field])))
        {
            changes.Remove(field);
        }

        if (changes.Count == 0)
        {
            _unchanged++;
            return;
        }

        await _api.PostAsync($"{_collection}:update?filterByTk={existing["id"]}", changes, cancellationToken);
        _updated++;
        Show();
    }

    private string KeyOf(JsonObject record) => record[_fields[0]]?.GetValue<string>() ?? "";

    /// <summary>The record with just the collection's fields; one the ISO list leaves out becomes null.</summary>
    private JsonObject Values(JsonObject record) =>
        new(_fields.Select(field => KeyValuePair.Create(field, record[field]?.DeepClone())));

    private void Show()
    {
        if (!Console.IsOutputRedirected)
        {
            Console.Write($"\r{Line()}");
        }
    }

    private string Line()
    {
        var done = _created + _updated + _unchanged;
        return $"{_collection, -14}{done, 6} of {_total, -6} {_created} created, {_updated} updated, {_unchanged} unchanged";
    }
}
