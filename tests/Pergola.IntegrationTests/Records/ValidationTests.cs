using Pergola.Core.Errors;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>The option <c>validation</c>: rules, their order and their texts. Decided before any database is asked.</summary>
public sealed class ValidationTests(SqliteFixture fixture) : RecordSuite(fixture), IClassFixture<SqliteFixture>
{
    protected override IReadOnlyList<string> Definitions =>
        [
            """
                {"name":"$val","title":"Val","autoGenId":false,"timestamps":false,"fields":[
                  {"name":"id","type":"snowflakeId","primaryKey":true},
                  {"name":"n","type":"double","uiSchema":{"title":"Num"},"validation":{"type":"number","rules":[
                    {"name":"min","args":{"limit":3}},{"name":"max","args":{"limit":9}},{"name":"integer"}]}},
                  {"name":"e","type":"string","uiSchema":{"title":"Mail"},"validation":{"type":"string","rules":[{"name":"email"}]}},
                  {"name":"p","type":"string","uiSchema":{"title":"Pat"},"validation":{"type":"string","rules":[
                    {"name":"pattern","args":{"regex":"^A+$"}}]}},
                  {"name":"q","type":"string","uiSchema":{"title":"Req"},"validation":{"type":"string","rules":[{"name":"required"}]}}]}
                """,
            Rules("text", "text", "string"),
            Rules("number", "decimal", "number"),
            Rules("date", "date", "date"),
        ];

    [Theory]
    [InlineData("""{"q":"x","n":2}""", "Val: Num must be greater than or equal to 3")]
    [InlineData("""{"q":"x","n":10}""", "Val: Num must be less than or equal to 9")]
    [InlineData("""{"q":"x","n":4.5}""", "Val: Num must be an integer")]
    [InlineData("""{"q":"x","n":"abc"}""", "Val: Num must be a number")]
    [InlineData("""{"q":"x","n":true}""", "Val: Num must be a number")]
    [InlineData("""{"q":"x","n":1e400}""", "Val: Num must be a number")]
    [InlineData("""{"q":"x","n":9007199254740992}""", "Val: Num must be a safe number")]
    [InlineData("""{"q":"x","e":"nope"}""", "Val: Mail email address doesn’t meet the required format")]
    [InlineData("""{"q":"x","p":"B"}""", "Val: Pat with value \"B\" fails to match the required pattern: ^A+$")]
    [InlineData("""{"q":""}""", "Val: Req is not allowed to be empty")]
    [InlineData("""{"q":null}""", "Val: Req is required")]
    [InlineData("{}", "Val: Req is required")]
    [InlineData("""{"n":1,"e":"z"}""", "Val: Num must be greater than or equal to 3")]
    public async Task The_first_broken_rule_of_the_first_field_is_told(string values, string message)
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => CreateAsync("val", values));

        Assert.Equal(message, refused.Message);
    }

    [Theory]
    [InlineData("""{"q":"x","n":"7"}""")]
    [InlineData("""{"q":"x","n":null,"e":""}""")]
    [InlineData("""{"q":"x","e":"a.b+c@example.co.uk","p":"AAA"}""")]
    public async Task Values_that_keep_the_rules_are_stored(string values) => await CreateAsync("val", values);

    [Fact]
    public async Task Update_checks_only_what_is_sent()
    {
        await CreateAsync("val", """{"id":1,"q":"x"}""");

        Assert.NotNull(await UpdateAsync("val", 1L, """{"n":5}"""));
        var refused = await Assert.ThrowsAsync<ValidationException>(() => UpdateAsync("val", 1L, """{"q":null}"""));
        Assert.Equal("Val: Req is required", refused.Message);
    }

    [Theory]
    [InlineData("text", """{"name":"min","args":{"limit":3}}""", "abc", "ab")]
    [InlineData("text", """{"name":"length","args":[2]}""", "ab", "abc")]
    [InlineData("text", """{"name":"length","args":2}""", "ab", "a")]
    [InlineData("text", """{"name":"uri"}""", "https://x.io/a", "x.io")]
    [InlineData("text", """{"name":"uuid"}""", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", "0190a1b2")]
    [InlineData("text", """{"name":"case","args":{"direction":"lower"}}""", "ab1ö", "aB")]
    [InlineData("text", """{"name":"case","args":["upper"]}""", "AB1Ö", "Ab")]
    [InlineData("text", """{"name":"alphanum"}""", "aB3", "a-b")]
    [InlineData("text", """{"name":"hex"}""", "aF09", "xyz")]
    [InlineData("text", """{"name":"trim"}""", "a b", " a")]
    [InlineData("text", """{"name":"email"}""", "a@b.io", "a@b")]
    [InlineData("text", """{"name":"email"}""", "a@b.io", "A <a@b.io>")]
    [InlineData("text", """{"name":"pattern","args":{"regex":"/^a+$/i"}}""", "AaA", "b")]
    [InlineData(
        "text",
        """{"name":"pattern","args":{"regex":"^(a+)+$"}}""",
        "aaa",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"
    )]
    [InlineData("number", """{"name":"greater","args":{"limit":3}}""", "3.0000000000000000000001", "3")]
    [InlineData("number", """{"name":"less","args":{"limit":"3"}}""", "2.99", "3.0")]
    [InlineData("number", """{"name":"positive"}""", "1", "0")]
    [InlineData("number", """{"name":"negative"}""", "-1", "0")]
    [InlineData("number", """{"name":"multiple","args":{"base":0.1}}""", "0.3", "0.35")]
    [InlineData("number", """{"name":"port"}""", "65535", "65536")]
    [InlineData("number", """{"name":"port"}""", "0", "-1")]
    [InlineData("number", """{"name":"precision","args":{"limit":2}}""", "1.25", "1.250")]
    [InlineData("number", """{"name":"precision","args":{"limit":2}}""", "125e-2", "1e-3")]
    [InlineData("number", """{"name":"unsafe"}""", "9007199254740993", "x")]
    [InlineData(
        "date",
        """{"name":"min","args":{"limit":"2024-01-01"}}""",
        "2024-01-01T00:00:00Z",
        "2023-12-31T23:59:59Z"
    )]
    [InlineData(
        "date",
        """{"name":"less","args":["2024-01-01T00:00:00+01:00"]}""",
        "2023-12-31T22:59:59Z",
        "2023-12-31T23:00:00Z"
    )]
    public async Task A_rule_tells_good_from_bad(string collection, string rule, string good, string bad)
    {
        await CreateAsync(collection, "{}");
        var definition = Rules(
            collection,
            collection == "text" ? "text"
                : collection == "date" ? "date"
                : "decimal",
            collection == "text" ? "string" : collection,
            rule
        );
        await UseAsync(definition);

        await CreateAsync(collection, $$"""{"v":"{{good}}"}""");
        await Assert.ThrowsAsync<ValidationException>(() => CreateAsync(collection, $$"""{"v":"{{bad}}"}"""));
    }

    [Theory]
    [InlineData("""{"name":"pattern","args":{"regex":"("}}""")]
    [InlineData("""{"name":"min"}""")]
    [InlineData("""{"name":"min","args":{"limit":"x"}}""")]
    [InlineData("""{"name":"nosuch","args":5}""")]
    [InlineData("5")]
    public async Task A_definition_without_sense_does_not_stop_writes(string rule)
    {
        await UseAsync(Rules("text", "text", "string", rule));

        await CreateAsync("text", """{"v":"a"}""");
    }

    private static string Rules(string name, string fieldType, string type, string? rule = null) =>
        $$"""
            {"name":"${{name}}","autoGenId":false,"timestamps":false,"fields":[{"name":"id","type":"snowflakeId","primaryKey":true},
              {"name":"v","type":"{{fieldType}}","validation":{"type":"{{type}}","rules":[{{rule}}]} }]}
            """;
}
