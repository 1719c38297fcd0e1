using System.Buffers;
using System.Text;
using System.Text.Json;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Operators;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>What the suites about reading records share: collections with rows, and queries from their parameters.</summary>
public abstract class ReadingSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    private readonly string _prefix = NewName();
    private readonly FilterParser _filters = new(new OperatorRegistry(StandardOperators.All));
    private SchemaSnapshot? _schema;

    /// <summary>Definitions, in which a <c>$</c> after a quote stands for the prefix of this test's collections.</summary>
    protected abstract IReadOnlyList<string> Definitions { get; }

    protected RecordReader Reader => field ??= new RecordReader(Database);

    protected static ValueContext Values { get; } =
        new() { Clock = TimeProvider.System, Ids = new SnowflakeIds(TimeProvider.System, 1) };

    /// <summary>Creates the tables. The first call of every test.</summary>
    protected async Task StartAsync()
    {
        _schema = Schema([.. Definitions.Select(Named)]);
        await CreateAsync(_schema);
    }

    protected Collection Collection(string name) =>
        (_schema ?? throw new InvalidOperationException("The tables have not been created."))[_prefix + name];

    protected Relation Relation(string collection, string name)
    {
        Assert.True(Collection(collection).TryGetRelation(name, out var relation));
        return relation;
    }

    /// <summary>Text with the prefix of this test in it.</summary>
    protected string Named(string text) => text.Replace("\"$", "\"" + _prefix, StringComparison.Ordinal);

    /// <summary>Writes rows as they are: one JSON object each.</summary>
    protected async Task FillAsync(string collection, params IEnumerable<string> rows)
    {
        var target = Collection(collection);
        foreach (var chunk in rows.Chunk(500))
        {
            var values = chunk.Select(r => Row(target, JsonText.Parse(r))).ToList();
            var columns = target.Columns.Where(c => values.Exists(v => v.ContainsKey(c))).ToList();
            var statement = new InsertCompiler(Dialect).Compile(target, columns, values, returning: null);
            await using var transaction = await Database.BeginAsync(Cancelled);
            await using var command = Database.CreateCommand(
                transaction.Connection,
                transaction.Transaction,
                statement
            );
            await command.ExecuteNonQueryAsync(Cancelled);
            await transaction.CommitAsync(Cancelled);
        }
    }

    protected RecordQuery Query(string collection, QueryParameters? parameters = null) =>
        new RecordQueryParser(_filters).Parse(parameters ?? new QueryParameters(), Collection(collection), Values);

    protected static QueryParameters Parameters(
        string? fields = null,
        string? appends = null,
        string? filter = null,
        string? sort = null,
        string? except = null,
        bool tree = false
    ) =>
        new()
        {
            Fields = fields?.Split(','),
            Appends = appends?.Split(',') ?? [],
            Filter = filter is null ? null : JsonText.Parse(filter),
            Sort = sort?.Split(',') ?? [],
            Except = except?.Split(',') ?? [],
            Tree = tree,
        };

    protected AggregateQuery Aggregate(string collection, string body) =>
        new AggregateParser(_filters).Parse(JsonText.Parse(body), Collection(collection), Values);

    /// <summary>All records of a query, each on a line; single quotes stand for double ones, the prefix for a <c>$</c>.</summary>
    protected async Task<string> ReadAsync(RecordQuery query)
    {
        using var page = await Reader.ReadAsync(query, Cancelled);
        return Shown(page);
    }

    protected string Shown(RecordPage page) =>
        Text(page).Replace(_prefix, "$", StringComparison.Ordinal).Replace('"', '\'');

    protected static string Text(RecordPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        page.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static Dictionary<ColumnField, object?> Row(Collection collection, JsonElement row) =>
        row.EnumerateObject()
            .ToDictionary(
                p => Column(collection, p.Name),
                p =>
                    p.Value.ValueKind == JsonValueKind.Null
                        ? null
                        : Column(collection, p.Name).Type.Parse(p.Value, Column(collection, p.Name), Values)
            );
}
