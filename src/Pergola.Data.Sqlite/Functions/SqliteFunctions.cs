using System.Text.Json;
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
    public const string ExactSum = "pergola_sum";

    /// <summary>The floating-point number that has these bits.</summary>
    public const string Real = "pergola_real";

    /// <summary>Extended result code of an invalid pattern: the generic error with a number SQLite does not use.</summary>
    public const int InvalidPatternCode = SqliteError | (250 << 8);

    private const int SqliteError = 1;

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
        Function(connection, JsonPathText, JsonPath.Text);
        Function(connection, JsonPathNumber, static (json, path) => JsonPath.Number(json, path));
        connection.CreateAggregate(
            ExactSum,
            (Functions.ExactSum?)null,
            static (Functions.ExactSum? sum, string? number) => Functions.ExactSum.Add(sum, number),
            static sum => sum?.ToString(),
            isDeterministic: true
        );
        connection.CreateFunction<long?, double?>(
            Real,
            static bits => bits is { } given ? BitConverter.Int64BitsToDouble(given) : null,
            isDeterministic: true
        );
    }

    private static void Condition(SqliteConnection connection, string name, Func<string, string, bool> condition) =>
        Function(connection, name, (left, right) => condition(left, right) ? True : False);

    /// <summary>A function of two texts that is NULL when one of them is.</summary>
    private static void Function(SqliteConnection connection, string name, Func<string, string, object?> function) =>
        connection.CreateFunction<string?, string?, object?>(
            name,
            (left, right) => left is null || right is null ? null : Call(function, left, right),
            isDeterministic: true
        );

    private static object? Call(Func<string, string, object?> function, string left, string right)
    {
        try
        {
            return function(left, right);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text in it that is no Unicode; said in the words of SQLite's own functions.
            throw new SqliteException("malformed JSON", SqliteError);
        }
    }
}
