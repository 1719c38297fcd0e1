using Pergola.Data.Dialects;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlQuoting : Quoting
{
    public override int MaxIdentifierLength => 63;

    public override string Parameter(int position) => $"${position}";
}
