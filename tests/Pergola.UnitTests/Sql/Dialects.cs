using Pergola.Data.Dialects;
using Pergola.Data.PostgreSql;
using Pergola.Data.Sqlite;

namespace Pergola.UnitTests.Sql;

/// <summary>Every dialect by name.</summary>
internal static class Dialects
{
    public static IReadOnlyDictionary<string, Dialect> All { get; } =
        new Dialect[] { new PostgreSqlDialect(), new SqliteDialect() }.ToDictionary(
            d => d.Name,
            StringComparer.Ordinal
        );

    /// <summary>Rows of a theory: each name with each dialect.</summary>
    public static TheoryData<string, string> With(IEnumerable<string> names)
    {
        var rows = new TheoryData<string, string>();
        foreach (var name in names)
        {
            foreach (var dialect in All.Keys)
            {
                rows.Add(name, dialect);
            }
        }

        return rows;
    }
}
