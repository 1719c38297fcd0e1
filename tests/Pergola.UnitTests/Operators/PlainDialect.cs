using System.Data.Common;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.UnitTests.Operators;

/// <summary>A dialect that spells every difference as a function, so that tests see what an operator asked for.</summary>
internal sealed class PlainDialect : Dialect
{
    public override string Name => "plain";

    public override Quoting Quoting { get; } = new PlainQuoting();

    public override ColumnTypes Columns { get; } = new PlainColumns();

    public override TextFunctions Text { get; } = new PlainText();

    public override JsonFunctions Json { get; } = new PlainJson();

    public override DateFunctions Dates => throw new NotSupportedException();

    public override DdlSyntax Ddl => throw new NotSupportedException();

    public override ErrorCodes Errors => throw new NotSupportedException();

    private sealed class PlainQuoting : Quoting
    {
        public override int MaxIdentifierLength => 63;

        public override string Parameter(int position) => "$" + position;
    }

    private sealed class PlainColumns : ColumnTypes
    {
        public override ValueReader Values => throw new NotSupportedException();

        public override string SqlName(ColumnType type) => type.Kind.ToString();

        public override string Comparable(ColumnType type, string column) =>
            type.Kind == ColumnKind.Decimal ? $"number({column})" : column;

        public override DbParameter CreateParameter(DbCommand command, SqlParameterValue value) =>
            throw new NotSupportedException();

        public override string InArray(ColumnType type, string column, string marker) => $"{column} IN {marker}";

        public override string IsDistinct(ColumnType type, string left, string right) =>
            throw new NotSupportedException();
    }

    private sealed class PlainText : TextFunctions
    {
        public override string AsText(string column) => $"text({column})";

        public override string AsText(ColumnType type, string column) => $"text({column})";

        public override string LikeIgnoringCase(string text, string pattern) => $"{text} ILIKE {pattern}";

        public override string Like(string text, string pattern) => $"{text} LIKE {pattern}";

        public override string Matches(string text, string pattern, bool ignoreCase) =>
            ignoreCase ? $"{text} ~* {pattern}" : $"{text} ~ {pattern}";
    }

    private sealed class PlainJson : JsonFunctions
    {
        public override void ExtractText(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path) =>
            sql.Append(column).Append("->>").Parameter(string.Join('/', path), new ColumnType(ColumnKind.Text));

        public override void ExtractNumber(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path) =>
            sql.Append(column).Append("->#").Parameter(string.Join('/', path), new ColumnType(ColumnKind.Text));

        public override void IsEmptyArray(SqlWriter sql, ColumnType type, string column) =>
            sql.Append($"empty({column})");

        public override void SameElements(
            SqlWriter sql,
            ColumnType type,
            string column,
            IReadOnlyList<string> jsonElements
        ) => sql.Append($"same({column}, {string.Join(' ', jsonElements)})");

        public override void SharesElement(
            SqlWriter sql,
            ColumnType type,
            string column,
            IReadOnlyList<string> jsonElements
        ) => sql.Append($"shares({column}, {string.Join(' ', jsonElements)})");

        public override void Contains(SqlWriter sql, ColumnType type, string column, string json) =>
            sql.Append($"contains({column}, {json})");
    }
}
