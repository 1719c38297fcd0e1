using Microsoft.Data.Sqlite;

namespace Pergola.Data.Sqlite.Functions;

/// <summary>Functions and collations that SQLite lacks, registered on every connection.</summary>
internal sealed class SqliteFunctions
{
    public const string Like = "pergola_like";
    public const string LikeIgnoringCase = "pergola_ilike";
    public const string Matches = "pergola_matches";
    public const string MatchesIgnoringCase = "pergola_imatches";
    public const string JsonContains = "pergola_json_contains";
    public const string JsonSharesElement = "pergola_json_shares";
    public const string JsonPathText = "pergola_json_text";
    public const string JsonPathNumber = "pergola_json_number";

    /// <summary>Extended result code of an invalid pattern: the generic error with a number SQLite does not use.</summary>
    public const int InvalidPatternCode = 1 | (250 << 8);

    private static readonly object True = 1L;
    private static readonly object False = 0L;
    private readonly RegexCache _expressions = new();

    public static SqliteException InvalidPattern(string message) => new(message, InvalidPatternCode);

    public void Register(SqliteConnection connection)
    {
        connection.CreateCollation(DecimalCollation.Name, DecimalCollation.Compare);
        Condition(connection, Like, static (text, pattern) => LikePattern.IsMatch(text, pattern));
        Condition(connection, LikeIgnoringCase, LikePattern.IsMatchIgnoringCase);
        Condition(connection, Matches, (text, pattern) => _expressions.IsMatch(text, pattern, ignoreCase: false));
        Condition(
            connection,
            MatchesIgnoringCase,
            (text, pattern) => _expressions.IsMatch(text, pattern, ignoreCase: true)
        );
        Condition(connection, JsonContains, JsonContainment.Contains);
        Condition(connection, JsonSharesElement, JsonContainment.SharesElement);
        connection.CreateFunction<string?, string?, string?>(
            JsonPathText,
            static (json, path) => json is null || path is null ? null : JsonPath.Text(json, path),
            isDeterministic: true
        );
        connection.CreateFunction<string?, string?, double?>(
            JsonPathNumber,
            static (json, path) => json is null || path is null ? null : JsonPath.Number(json, path),
            isDeterministic: true
        );
    }

    /// <summary>A condition on two texts that is NULL when one of them is.</summary>
    private static void Condition(SqliteConnection connection, string name, Func<string, string, bool> condition) =>
        connection.CreateFunction<string?, string?, object?>(
            name,
            (left, right) => left is null || right is null ? null : (condition(left, right) ? True : False),
            isDeterministic: true
        );
}
