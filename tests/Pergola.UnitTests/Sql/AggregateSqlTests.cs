using Pergola.Data.Sql;
using Pergola.Testing.Snapshots;
using Pergola.UnitTests.Querying;

namespace Pergola.UnitTests.Sql;

/// <summary>SQL of grouped values.</summary>
public sealed class AggregateSqlTests
{
    private static readonly Dictionary<string, (string Collection, string Body)> Queries = new(StringComparer.Ordinal)
    {
        ["functions"] = (
            "authors",
            """{"measures":[{"field":"id","aggregation":"count"},{"field":"age","aggregation":"sum","alias":"s"},{"field":"rating","aggregation":"avg","alias":"a"},{"field":"rating","aggregation":"min","alias":"l"},{"field":"joined","aggregation":"max","alias":"g"}]}"""
        ),
        ["distinct"] = (
            "authors",
            """{"measures":[{"field":"name","aggregation":"count","distinct":true},{"field":"rating","aggregation":"sum","distinct":true}]}"""
        ),
        ["groups"] = (
            "books",
            """{"measures":[{"field":"pages","aggregation":"sum","alias":"s"}],"dimensions":[{"field":"author.name"},{"field":["publisher","email"],"alias":"p"}],"orders":[{"alias":"s","order":"desc","nulls":"first"}],"limit":5,"offset":2}"""
        ),
        ["formats"] = (
            "authors",
            """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"joined","format":"YYYY-MM-DDThh:mm:ss","alias":"a"},{"field":"born","format":"YYYY/MM","alias":"b"},{"field":"seen","format":"DD.MM.YYYY HH","alias":"c"}]}"""
        ),
        ["having"] = (
            "authors",
            """{"measures":[{"field":"id","aggregation":"count","alias":"n"},{"field":"rating","aggregation":"sum","alias":"s"},{"field":"rating","aggregation":"max","alias":"g"}],"dimensions":[{"field":"name"},{"field":"joined"},{"field":"rating"},{"field":"joined","format":"YYYY","alias":"y"}],"filter":{"age.$gt":5},"having":{"n":{"$gt":1,"$lte":9},"$and":[{"s":2.5},{"g":{"$lt":9}}],"name":{"$ne":"x"},"joined":{"$gte":"2024-05-06T00:00:00.000Z"},"rating":{"$gt":1.5},"y":"2024"}}"""
        ),
        ["plain"] = (
            "authors",
            """{"measures":[{"field":"age"}],"dimensions":[{"field":"rating"}],"orders":[{"field":"name"}],"filter":{"books.title":"x"},"having":{"age":{"$lt":5}}}"""
        ),
    };

    public static TheoryData<string, string> Cases => Dialects.With(Queries.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Statements_are_as_kept(string name, string dialect)
    {
        var (collection, body) = Queries[name];
        var compiler = new AggregateCompiler(
            QueryBench.Aggregate(collection, body),
            Dialects.All[dialect],
            TimeSpan.FromMinutes(-210)
        );
        Snapshot.Match(SqlText.Of(body, compiler.Compile()), $"{name}.{dialect}.sql");
    }
}
