using Pergola.Data.Querying;
using Pergola.Testing.Snapshots;
using Pergola.UnitTests.Querying;

namespace Pergola.UnitTests.Sql;

/// <summary>SQL of filters, as it stands in the count.</summary>
public sealed class FilterSqlTests
{
    public static TheoryData<string, string> Cases => Dialects.With(FilterCases.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Conditions_are_as_kept(string name, string dialect)
    {
        var (collection, filter) = FilterCases.All[name];
        var query = new RecordQuery(QueryBench.Collection(collection))
        {
            Filter = QueryBench.Filter(collection, filter),
        };
        var text = SqlText.OfCount(query, Dialects.All[dialect]);

        // Writers of conditions run for the records and for the count: they must not keep anything.
        Assert.Equal(text, SqlText.OfCount(query, Dialects.All[dialect]));
        Snapshot.Match($"-- {filter}\n{text}", $"{name}.{dialect}.sql");
    }
}
