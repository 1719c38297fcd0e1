using System.Text.Json;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Operators;
using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.UnitTests.Querying;

/// <summary>Parses parameters about the collections of the library.</summary>
internal static class QueryBench
{
    public static FilterParser Filters { get; } = new(new OperatorRegistry(StandardOperators.All));

    public static ValueContext Values { get; } = CreateValues();

    public static Collection Collection(string name) => Library.Schema[name];

    public static ColumnField Column(string path)
    {
        var (collection, field) = path.Split('.') is [var c, var f] ? (c, f) : throw new ArgumentException(path);
        return Collection(collection).TryGetColumn(field, out var column) ? column : throw new ArgumentException(path);
    }

    public static Relation Relation(string path)
    {
        var (collection, field) = path.Split('.') is [var c, var f] ? (c, f) : throw new ArgumentException(path);
        return Collection(collection).TryGetRelation(field, out var found) ? found : throw new ArgumentException(path);
    }

    public static FilterNode? Filter(string collection, string json) =>
        Filters.Parse(JsonText.Parse(json), Collection(collection), Values);

    public static RecordQuery Query(string collection, QueryParameters parameters) =>
        new RecordQueryParser(Filters).Parse(parameters, Collection(collection), Values);

    public static RecordQuery Query(string collection, string filter) =>
        Query(collection, new QueryParameters { Filter = JsonText.Parse(filter), Fields = ["id"] });

    public static AggregateQuery Aggregate(string collection, string body) =>
        new AggregateParser(Filters).Parse(JsonText.Parse(body), Collection(collection), Values);

    public static JsonElement Json(string text) => JsonText.Parse(text);

    private static ValueContext CreateValues()
    {
        var clock = new FixedClock(new DateTimeOffset(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero));
        return new ValueContext
        {
            Clock = clock,
            Ids = new SnowflakeIds(clock, 1),
            UserId = 7,
        };
    }
}
