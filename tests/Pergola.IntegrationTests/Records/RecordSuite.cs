using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>What the suites about writing records share: the collections of the recordings and short calls.</summary>
public abstract class RecordSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    private readonly string _prefix = NewName();
    private SchemaSnapshot? _schema;
    private RecordWriter? _writer;

    protected Clock Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));

    protected List<RecordSubscription> Subscriptions { get; } = [];

    protected RecordWriter Writer => _writer ??= new RecordWriter();

    protected SnowflakeIds Ids => field ??= new SnowflakeIds(Time, 1);

    /// <summary>Definitions, in which a <c>$</c> after a quote stands for the prefix of this test's collections.</summary>
    protected abstract IReadOnlyList<string> Definitions { get; }

    protected async Task<SchemaSnapshot> SchemaAsync()
    {
        if (_schema is null)
        {
            _schema = Schema([.. Definitions.Select(d => d.Replace("\"$", "\"" + _prefix, StringComparison.Ordinal))]);
            await CreateAsync(_schema);
        }

        return _schema;
    }

    /// <summary>Goes on with another definition of one collection whose table stays as it is.</summary>
    protected async Task UseAsync(string definition)
    {
        await SchemaAsync();
        _schema = Schema(definition.Replace("\"$", "\"" + _prefix, StringComparison.Ordinal));
    }

    protected async Task<Collection> CollectionAsync(string name) => (await SchemaAsync())[_prefix + name];

    protected async Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> write)
    {
        var schema = await SchemaAsync();
        try
        {
            return await WriteAsync(schema, write);
        }
        catch (DbException refused)
        {
            // As the edge of the app does.
            throw await new ErrorTranslator(Database).TranslateAsync(refused, schema, Cancelled) ?? (Exception)refused;
        }
    }

    private async Task<T> WriteAsync<T>(SchemaSnapshot schema, Func<WriteSession, Task<T>> write)
    {
        await using var transaction = await Database.BeginAsync(Cancelled);
        var values = new ValueContext
        {
            Clock = Time,
            Ids = Ids,
            UserId = 1,
        };
        var session = new WriteSession(Database, transaction, schema, values, new RecordEvents(Subscriptions));
        var result = await write(session);
        await transaction.CommitAsync(Cancelled);
        return result;
    }

    protected async Task WriteAsync(Func<WriteSession, Task> write) =>
        await WriteAsync(async session =>
        {
            await write(session);
            return true;
        });

    protected async Task<JsonElement> CreateAsync(string collection, string values, WriteOptions? options = null)
    {
        var target = await CollectionAsync(collection);
        var json = JsonText.Parse(values.Replace("\"$", "\"" + _prefix, StringComparison.Ordinal));
        var written = await WriteAsync(s =>
            Writer.InsertAsync(s, target, json, options ?? WriteOptions.Default, Cancelled)
        );
        return Output(written);
    }

    protected async Task<List<JsonElement>> CreateManyAsync(string collection, IEnumerable<string> values)
    {
        var target = await CollectionAsync(collection);
        var json = values.Select(JsonText.Parse).ToList();
        var written = await WriteAsync(s => Writer.InsertManyAsync(s, target, json, WriteOptions.Default, Cancelled));
        return [.. written.Select(Output)];
    }

    protected async Task<JsonElement?> UpdateAsync(
        string collection,
        object key,
        string values,
        WriteOptions? options = null,
        FilterNode? filter = null
    )
    {
        var target = await CollectionAsync(collection);
        var json = JsonText.Parse(values.Replace("\"$", "\"" + _prefix, StringComparison.Ordinal));
        var written = await WriteAsync(s =>
            Writer.UpdateAsync(s, target, KeyOf(target, key), filter, json, options ?? WriteOptions.Default, Cancelled)
        );
        return written is null ? null : Output(written);
    }

    protected async Task<int> DestroyAsync(string collection, params object[] keys)
    {
        var target = await CollectionAsync(collection);
        return await WriteAsync(s =>
            Writer.DestroyAsync(s, target, [.. keys.Select(k => KeyOf(target, k))], Cancelled)
        );
    }

    protected async Task LinkAsync(string collection, object source, string relation, LinkAction action, string targets)
    {
        var from = await CollectionAsync(collection);
        Assert.True(from.TryGetRelation(relation, out var found));
        var elements = JsonText.Parse(targets).EnumerateArray().ToList();
        await WriteAsync(s =>
            Writer.ChangeLinksAsync(s, new AssociationScope(found, source), action, elements, Cancelled)
        );
    }

    protected async Task<JsonElement> CreateLinkedAsync(
        string collection,
        object source,
        string relation,
        string values
    )
    {
        var from = await CollectionAsync(collection);
        Assert.True(from.TryGetRelation(relation, out var found));
        var json = JsonText.Parse(values.Replace("\"$", "\"" + _prefix, StringComparison.Ordinal));
        var written = await WriteAsync(s =>
            Writer.InsertLinkedAsync(s, new AssociationScope(found, source), [json], WriteOptions.Default, Cancelled)
        );
        return Output(written[0]);
    }

    /// <summary>Stored columns of all rows as one JSON array, in the order of a column.</summary>
    protected async Task<string> RowsAsync(string collection, string columns, string order)
    {
        var target = await CollectionAsync(collection);
        return await TableAsync(target, columns, order);
    }

    protected async Task<string> TableAsync(Collection target, string columns, string order)
    {
        var selected = columns.Split(',').Select(n => ColumnOf(target, n)).ToList();
        var query = new RecordQuery(target)
        {
            Selection = new Selection(selected, []),
            Sort = [new SortKey(FieldPath.Of(ColumnOf(target, order)), Descending: false)],
        };
        using var page = await new RecordReader(Database).ReadAsync(query, Cancelled);
        return RecordReader.ToJson(page).GetRawText();
    }

    protected static ColumnField ColumnOf(Collection collection, string name)
    {
        Assert.True(collection.TryGetColumn(name, out var column), $"{collection}.{name}");
        return column;
    }

    protected static RecordKey KeyOf(Collection collection, object key) => new(collection.PrimaryKey, [key]);

    protected static JsonElement Output(WrittenRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            record.WriteTo(writer);
        }

        return JsonText.Parse(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Compares JSON without regard to the order of properties; a <c>$</c> after a quote stands for the prefix.</summary>
    protected void AssertJson(string expected, JsonElement? actual)
    {
        var want = JsonText.Parse(expected.Replace("\"$", "\"" + _prefix, StringComparison.Ordinal));
        Assert.NotNull(actual);
        Assert.True(
            JsonElement.DeepEquals(want, actual.Value),
            $"Expected {want.GetRawText()}{Environment.NewLine}but was {actual.Value.GetRawText()}"
        );
    }

    /// <summary>A clock that moves when told to.</summary>
    protected sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
