using System.Security.Cryptography;
using System.Text;

namespace Pergola.Cluster.PostgreSql;

/// <summary>
/// What is sent by NOTIFY: one name for the whole installation, since names are shared by all that use the database, and a
/// first letter that tells the kinds apart.
/// </summary>
internal sealed class Signals(ClusterTables tables)
{
    /// <summary>A message in Base64.</summary>
    public const char Message = 'm';

    /// <summary>Number of the row that holds a message too long to be sent.</summary>
    public const char Stored = 's';

    /// <summary>Name of a channel whose queue has changed.</summary>
    public const char Queue = 'q';

    /// <summary>Longest payload; PostgreSQL refuses 8000 bytes.</summary>
    public const int Longest = 7900;

    public string Name { get; } =
        "pergola_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tables.Installation)))[..16];
}
