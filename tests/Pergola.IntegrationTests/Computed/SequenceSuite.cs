using System.Globalization;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Computed;

/// <summary>Sequence fields number the records they are in.</summary>
public abstract class SequenceSuite(DatabaseFixture fixture) : ComputedSuite(fixture)
{
    private const string Invoice = """
        "patterns":[
        {"type":"string","options":{"value":"INV"}},
        {"type":"date","options":{"format":"YYYY"}},
        {"type":"string","options":{"value":"-"}},
        {"type":"integer","options":{"key":7,"digits":3,"start":5}}]
        """;

    private static readonly string Prefix =
        "INV" + TimeProvider.System.GetUtcNow().ToString("yyyy", CultureInfo.InvariantCulture) + "-";

    [Fact]
    public async Task Texts_are_numbered_from_the_start_whatever_is_given()
    {
        var items = await SubjectAsync($$"""{"name":"no","type":"sequence",{{Invoice}}}""");

        Assert.Equal(Prefix + "005", No(await items.InsertAsync("""{"key":1}""")));
        Assert.Equal(Prefix + "006", No(await items.InsertAsync("""{"key":2,"no":"mine"}""")));
        Assert.Equal(
            [Prefix + "007", Prefix + "008", Prefix + "009"],
            (await items.InsertManyAsync("""{"key":3}""", """{"key":4,"no":null}""", """{"key":5,"no":""}""")).Select(
                No
            )
        );
        Assert.Equal("zzz", No(await items.UpdateAsync(5, """{"no":"zzz"}""")));
        Assert.Equal(Prefix + "010", No(await items.InsertAsync("""{"key":6}""")));
    }

    [Fact]
    public async Task A_given_text_that_fits_moves_the_counter()
    {
        var items = await SubjectAsync(
            $$"""{"name":"no","type":"sequence","inputable":true,"match":true,{{Invoice}}}"""
        );

        Assert.Equal(Prefix + "005", No(await items.InsertAsync("""{"key":1}""")));
        Assert.Equal(Prefix + "050", No(await items.InsertAsync($$"""{"key":2,"no":"{{Prefix}}050"}""")));
        Assert.Equal(Prefix + "051", No(await items.InsertAsync("""{"key":3}""")));
        Assert.Equal(Prefix + "007", No(await items.InsertAsync($$"""{"key":4,"no":"{{Prefix}}007"}""")));
        Assert.Equal(
            [Prefix + "061", Prefix + "060", Prefix + "062"],
            (
                await items.InsertManyAsync(
                    """{"key":5}""",
                    $$"""{"key":6,"no":"{{Prefix}}060"}""",
                    """{"key":7,"no":""}"""
                )
            ).Select(No)
        );
        var exception = await Assert.ThrowsAsync<ValidationException>(() =>
            items.InsertAsync("""{"key":8,"no":"zzz"}""")
        );
        Assert.Equal("validation error", exception.Message);
        Assert.Equal("no", exception.Field);
    }

    [Fact]
    public async Task Without_match_a_text_that_does_not_fit_is_taken()
    {
        var items = await SubjectAsync($$"""{"name":"no","type":"sequence","inputable":true,{{Invoice}}}""");

        Assert.Equal("zzz", No(await items.InsertAsync("""{"key":1,"no":"zzz"}""")));
        Assert.Equal(Prefix + "044", No(await items.InsertAsync($$"""{"key":2,"no":"{{Prefix}}044"}""")));
        Assert.Equal(Prefix + "045", No(await items.InsertAsync("""{"key":3}""")));
    }

    [Fact]
    public async Task A_counter_begins_again_where_its_digits_end()
    {
        var items = await SubjectAsync(
            """
            {"name":"no","type":"sequence","patterns":[
            {"type":"integer","options":{"key":1,"digits":2,"base":2,"start":1}},
            {"type":"string","options":{"value":"/"}},
            {"type":"integer","options":{"key":2,"digits":1,"start":8}}]}
            """
        );

        var rows = await items.InsertManyAsync([.. Enumerable.Range(1, 8).Select(n => $$"""{"key":{{n}}}""")]);
        Assert.Equal(["01/8", "10/9", "11/8", "01/9", "10/8", "11/9", "01/8", "10/9"], rows.Select(No));
        rows = await items.InsertManyAsync("""{"key":9}""", """{"key":10}""", """{"key":11}""", """{"key":12}""");
        Assert.Equal(["11/8", "01/9", "10/8", "11/9"], rows.Select(No));
        Assert.Equal("01/8", No(await items.InsertAsync("""{"key":13}""")));
    }

    [Fact]
    public async Task Dates_come_from_the_record()
    {
        var items = await SubjectAsync(
            """
            {"name":"paidAt","type":"date"},
            {"name":"no","type":"sequence","patterns":[
            {"type":"date","options":{"format":"YYMMDD","field":"paidAt"}},
            {"type":"integer","options":{"digits":2}}]}
            """
        );

        Assert.Equal("24050600", No(await items.InsertAsync("""{"key":1,"paidAt":"2024-05-06"}""")));
        Assert.EndsWith("01", No(await items.InsertAsync("""{"key":2}""")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_must_not_be_null_is_made_in_time()
    {
        var items = await SubjectAsync(
            """
            {"name":"no","type":"sequence","allowNull":false,"unique":true,
             "patterns":[{"type":"integer","options":{"digits":4}}]},
            {"name":"label","type":"formula","engine":"string","dataType":"string","expression":"No. {{no}}"}
            """
        );

        var row = await items.InsertAsync("""{"key":1}""");
        Assert.Equal(("0000", "No. 0000"), (No(row), row.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task Writers_at_the_same_time_get_different_numbers()
    {
        var items = await SubjectAsync($$"""{"name":"no","type":"sequence","unique":true,{{Invoice}}}""");

        var rows = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(n => items.InsertManyAsync($$"""{"key":{{2 * n}}}""", $$"""{"key":{{(2 * n) + 1}}}"""))
        );

        Assert.Equal(
            Enumerable.Range(5, 80).Select(n => Prefix + n.ToString("000", CultureInfo.InvariantCulture)),
            rows.SelectMany(r => r).Select(No).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_number_of_a_failed_write_is_given_again()
    {
        var items = await SubjectAsync($$"""{"name":"no","type":"sequence",{{Invoice}}}""");
        await items.InsertAsync("""{"key":1}""");

        await Assert.ThrowsAsync<ConstraintException>(() => items.InsertAsync("""{"key":1}"""));

        Assert.Equal(Prefix + "006", No(await items.InsertAsync("""{"key":2}""")));
    }

    private static string? No(JsonElement row) => row.GetProperty("no").GetString();
}

public sealed class PostgreSqlSequenceTests(PostgreSqlFixture fixture)
    : SequenceSuite(fixture),
        IClassFixture<PostgreSqlFixture>;

public sealed class SqliteSequenceTests(SqliteFixture fixture) : SequenceSuite(fixture), IClassFixture<SqliteFixture>;
