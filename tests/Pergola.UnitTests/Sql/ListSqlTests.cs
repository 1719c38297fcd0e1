using Pergola.Testing.Snapshots;

namespace Pergola.UnitTests.Sql;

/// <summary>SQL of lists, their appends and their counts.</summary>
public sealed class ListSqlTests
{
    public static TheoryData<string, string> Cases => Dialects.With(ListCases.All.Keys);

    public static TheoryData<string, string> Counted =>
        Dialects.With(
            ListCases.All.Keys.Where(n => n.StartsWith("scope", StringComparison.Ordinal)).Append("tree-filtered")
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void Statements_are_as_kept(string name, string dialect) =>
        Snapshot.Match(SqlText.Of(ListCases.All[name], Dialects.All[dialect]), $"{name}.{dialect}.sql");

    [Theory]
    [MemberData(nameof(Counted))]
    public void Counts_are_as_kept(string name, string dialect) =>
        Snapshot.Match(SqlText.OfCount(ListCases.All[name], Dialects.All[dialect]), $"{name}.count.{dialect}.sql");
}
