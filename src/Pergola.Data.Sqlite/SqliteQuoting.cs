using Pergola.Data.Dialects;

namespace Pergola.Data.Sqlite;

internal sealed class SqliteQuoting : Quoting
{
    /// <summary>SQLite has no limit; PostgreSQL's keeps names equal on both.</summary>
    public override int MaxIdentifierLength => 63;

    public override string Parameter(int position) => $"?{position}";
}
