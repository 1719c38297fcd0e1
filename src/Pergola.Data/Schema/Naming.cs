using System.Security.Cryptography;
using System.Text;
using Pergola.Data.Dialects;

namespace Pergola.Data.Schema;

/// <summary>
/// The one place that turns names of collections and fields into names of tables, columns, keys and indexes. Knows
/// <c>DB_UNDERSCORED</c>, <c>DB_TABLE_PREFIX</c> and <c>DB_SCHEMA</c>.
/// </summary>
public sealed record Naming(bool Underscored = false, string TablePrefix = "", string? SchemaName = null)
{
    public TableName Table(string name)
    {
        var table = Convert(name);
        return new TableName(
            SchemaName,
            table.StartsWith(TablePrefix, StringComparison.Ordinal) ? table : TablePrefix + table
        );
    }

    public string Column(string name) => Convert(name);

    /// <summary>Name of an index: snake case of table and columns, hashed when too long.</summary>
    public static string Index(string table, IEnumerable<string> columns, int maxLength)
    {
        var name = ToSnakeCase(table + "_" + string.Join('_', columns));
        return name.Length <= maxLength ? name : "i_" + Hash(name);
    }

    /// <summary>Name of a unique constraint: table and columns as they are.</summary>
    public static string Unique(string table, IEnumerable<string> columns, int maxLength)
    {
        var name = $"{table}_{string.Join('_', columns)}_key";
        return name.Length <= maxLength ? name : "u_" + Hash(name);
    }

    /// <summary>
    /// An underscore before every capital letter, one leading underscore removed, all in lower case. Not word-aware, because
    /// existing databases are not: <c>s3DNSName</c> is <c>s3_d_n_s_name</c>.
    /// </summary>
    public static string ToSnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterUpper(character))
            {
                text.Append('_').Append(char.ToLowerInvariant(character));
            }
            else
            {
                text.Append(character);
            }
        }

        if (text.Length > 0 && text[0] == '_')
        {
            text.Remove(0, 1);
        }

        return text.ToString();
    }

    private string Convert(string name) => Underscored ? ToSnakeCase(name) : name;

    private static string Hash(string name) =>
        System.Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];
}

/// <summary>A physical table name.</summary>
public readonly record struct TableName(string? SchemaName, string Name)
{
    /// <summary>Quoted, with its schema when there is one.</summary>
    public string Quoted =>
        SchemaName is null ? Quoting.Identifier(Name) : Quoting.Identifier(SchemaName) + "." + Quoting.Identifier(Name);
}
