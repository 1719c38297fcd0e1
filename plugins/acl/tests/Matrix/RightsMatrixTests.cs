using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pergola.Plugins.Acl.Tests.Matrix;

/// <summary>Every kind of role by every way of asking, as <c>rights.txt</c> lists them.</summary>
[Trait("ASVS", "V4")]
public sealed partial class RightsMatrixTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Every_role_gets_what_the_table_says_and_nothing_else(Backend backend)
    {
        var cells = RightsTable.Read();
        Assert.True(cells.Count >= 1_000, $"{cells.Count} cells");
        await using var world = await MatrixWorld.BuildAsync(backend);
        var wrong = new List<string>();
        foreach (var column in cells.GroupBy(c => c.Role, StringComparer.Ordinal))
        {
            await world.OwnAsync(column.Key);
            var before = await StoredRows.ReadAsync(world.App);
            foreach (var cell in column)
            {
                var body = cell.Body is null ? (JsonElement?)null : JsonElement.Parse(cell.Body);
                var (status, answer) = await world.App.SendAsync(
                    cell.Method,
                    cell.Path,
                    body,
                    world.HeadersOf(cell.Role)
                );
                var after = await StoredRows.ReadAsync(world.App);
                var changes = before.ChangesUntil(after, world.IdOf(cell.Role)).ToList();
                if (changes.Count > 0)
                {
                    await before.RestoreAsync(world.App, after);
                }

                var got = RightsTable.Sorted(Outcome(cell, status, answer, changes));
                if (got != cell.Expected)
                {
                    wrong.Add($"{cell.Role}: {cell.Method} {cell.Path} {cell.Body}\n  [{cell.Expected}]\n  [{got}]");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cells.Count}:\n{string.Join('\n', wrong)}");
    }

    private static string Outcome(RightsCell cell, int status, JsonElement answer, List<string> changes)
    {
        var words = new List<string>();
        if (status != 200)
        {
            words.Add(status.ToString(CultureInfo.InvariantCulture));
        }

        var text = answer.ValueKind == JsonValueKind.Undefined ? "" : answer.GetRawText();
        if (status == 200 && answer.TryGetProperty("meta", out var meta) && meta.TryGetProperty("count", out var count))
        {
            words.Add("#" + count);
        }
        else if (status == 200 && answer.TryGetProperty("data", out var data))
        {
            words.AddRange(Whole(cell, data));
        }

        // Messages may name what was asked for; they hold nothing that was not sent.
        var told = status == 200 ? text : text.Replace(cell.Body ?? " ", "", StringComparison.Ordinal);
        words.AddRange(Marks().Matches(told).Select(m => m.Groups[1].Value));
        words.AddRange(Amounts().Matches(told).Select(m => "a" + m.Groups[1].Value));
        return string.Join(' ', words) + (changes.Count > 0 ? " >" + string.Join(' ', changes) : "");
    }

    private static IEnumerable<string> Whole(RightsCell cell, JsonElement data) =>
        data.ValueKind switch
        {
            JsonValueKind.Null => ["null"],
            JsonValueKind.Object => [],
            JsonValueKind.Array
                when data.GetArrayLength() > 0 && !cell.Path.Contains(":query", StringComparison.Ordinal) => [],
            _ => ["=" + Blank().Replace(data.GetRawText(), "")],
        };

    [GeneratedRegex("~([a-z]+[0-9]?)~")]
    private static partial Regex Marks();

    [GeneratedRegex("\\b9100([12])\\b")]
    private static partial Regex Amounts();

    [GeneratedRegex("[\\s\"]")]
    private static partial Regex Blank();
}
