using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.UnitTests.Fields;

public sealed class GeneratedValueTests
{
    private static readonly DateTime Now = FieldBench.Now.UtcDateTime;

    [Fact]
    public void Dates_fill_themselves_where_the_field_says_so()
    {
        Assert.Null(OnInsert(new FieldBench("date")));
        Assert.Null(OnUpdate(new FieldBench("date")));
        Assert.Equal(Now, OnInsert(new FieldBench("date", "\"defaultToCurrentTime\":true")));
        Assert.Null(OnUpdate(new FieldBench("date", "\"defaultToCurrentTime\":true")));
        Assert.Equal(Now, OnInsert(new FieldBench("date", "\"onUpdateToCurrentTime\":true")));
        Assert.Equal(Now, OnUpdate(new FieldBench("date", "\"onUpdateToCurrentTime\":true")));
    }

    [Fact]
    public void The_current_time_has_the_precision_of_the_column()
    {
        const string options = "\"defaultToCurrentTime\":true";
        Assert.Equal(
            new DateTime(2024, 5, 6, 15, 8, 9),
            OnInsert(new FieldBench("datetimeNoTz", options, serverZone: "+08:00"))
        );
        Assert.Equal(1714979289L, OnInsert(new FieldBench("unixTimestamp", options)));
        Assert.Equal(
            1714979289123L,
            OnInsert(new FieldBench("unixTimestamp", options + ",\"accuracy\":\"millisecond\""))
        );
    }

    [Fact]
    public void Uuids_are_generated_and_read()
    {
        var bench = new FieldBench("uuid");
        Assert.Equal(4, Assert.IsType<Guid>(OnInsert(bench)).Version);
        Assert.Null(OnInsert(new FieldBench("uuid", "\"autoFill\":false")));
        Assert.Null(bench.Parse("\"\""));
        Assert.Equal(
            "\"9b2d4a52-6d0c-4a3f-8a70-5f8f2e1c7b11\"",
            bench.RoundTrip("\"9B2D4A52-6D0C-4A3F-8A70-5F8F2E1C7B11\"")
        );
        bench.Refuse("\"zz\"");
        bench.Refuse("5");
        Assert.Throws<ValidationException>(() => bench.Operand("\"\""));
    }

    [Fact]
    public void Nano_ids_have_a_size_and_an_alphabet()
    {
        Assert.Matches("^[A-Za-z0-9_-]{12}$", (string)OnInsert(new FieldBench("nanoid"))!);
        Assert.Matches(
            "^[01]{30}$",
            (string)OnInsert(new FieldBench("nanoid", "\"size\":30,\"customAlphabet\":\"01\""))!
        );
        Assert.Null(OnInsert(new FieldBench("nanoid", "\"autoFill\":false")));
        Assert.Equal("\"mine\"", new FieldBench("nanoid").RoundTrip("\"mine\""));
        Assert.Null(new FieldBench("nanoid").Parse("\"\""));
    }

    [Fact]
    public void Uids_have_a_prefix_or_match_a_pattern()
    {
        Assert.Matches("^x_[a-z0-9]{11}$", (string)OnInsert(new FieldBench("uid", "\"prefix\":\"x_\""))!);
        Assert.Matches("^[a-z0-9]{11}$", (string)OnInsert(new FieldBench("uid"))!);
        Assert.Equal("\"_a-B9\"", new FieldBench("uid").RoundTrip("\"_a-B9\""));
        Assert.Null(new FieldBench("uid").Parse("\"\""));
        Assert.Equal(
            "f can only include A-Z, a-z, 0-9, _-*$, 'a b' is invalid",
            new FieldBench("uid").Refuse("\"a b\"").Message
        );
        new FieldBench("uid").Refuse("\"-a\"");
        new FieldBench("uid").Refuse("\"ä\"");
        Assert.Equal("\"a b\"", new FieldBench("uid", "\"pattern\":\"^[a-z ]+$\"").RoundTrip("\"a b\""));
        new FieldBench("uid", "\"pattern\":\"^[a-z]+$\"").Refuse("\"A\"");
    }

    [Fact]
    public void A_costly_pattern_refuses_instead_of_running_on()
    {
        var input = new string('a', 60) + "!";
        new FieldBench("uid", "\"pattern\":\"^(a+)+$\"").Refuse($"\"{input}\"");
    }

    [Fact]
    public void Snowflake_ids_come_from_the_generator()
    {
        // 2024-05-06T07:08:09Z is 109955289 seconds after the epoch of the ids; worker 1, first of its second.
        Assert.Equal((109955289L << 21) | (1 << 16), OnInsert(new FieldBench("snowflakeId")));
        Assert.Null(OnInsert(new FieldBench("snowflakeId", "\"autoFill\":false")));
    }

    [Theory]
    [InlineData("bigInt", "\"7\"", 7L, ColumnKind.Int64)]
    [InlineData("integer", "7", 7, ColumnKind.Int32)]
    [InlineData("string", "7", "7", ColumnKind.String)]
    public void A_context_field_is_stored_as_its_data_type(
        string dataType,
        string input,
        object stored,
        ColumnKind kind
    )
    {
        var bench = new FieldBench("context", $"\"dataType\":\"{dataType}\"");
        Assert.Equal(kind, bench.Field.ColumnType.Kind);
        Assert.Equal(stored, bench.Parse(input));
    }

    [Fact]
    public void A_virtual_field_has_no_column()
    {
        Assert.True(new FieldTypeRegistry(StandardFieldTypes.All).TryGet("virtual", out var type));
        Assert.Null(type.GetColumnType(new FieldDefinition(Core.Json.JsonText.Parse("{\"name\":\"v\"}"))));
    }

    [Theory]
    [InlineData("string", "\"length\":0")]
    [InlineData("string", "\"length\":\"x\"")]
    [InlineData("decimal", "\"precision\":0")]
    [InlineData("decimal", "\"precision\":5,\"scale\":6")]
    [InlineData("decimal", "\"scale\":-1")]
    [InlineData("nanoid", "\"size\":0")]
    [InlineData("nanoid", "\"size\":256")]
    [InlineData("uid", "\"pattern\":\"(\"")]
    [InlineData("array", "\"dataType\":\"array\",\"elementType\":\"nope\"")]
    [InlineData("password", "\"length\":16")]
    [InlineData("context", "\"dataType\":\"nope\"")]
    public void Options_that_make_no_sense_are_refused(string type, string options)
    {
        var definition = new FieldDefinition(
            Core.Json.JsonText.Parse($$"""{"name":"f","type":"{{type}}",{{options}}}""")
        );
        Assert.True(new FieldTypeRegistry(StandardFieldTypes.All).TryGet(type, out var found));
        var exception = Assert.Throws<ValidationException>(() => found.Check(definition));
        Assert.Equal("f", exception.Field);
    }

    private static object? OnInsert(FieldBench bench) =>
        Assert.IsAssignableFrom<IGeneratesOnInsert>(bench.Field.Type).GenerateOnInsert(bench.Field, bench.Context);

    private static object? OnUpdate(FieldBench bench) =>
        Assert.IsAssignableFrom<IGeneratesOnUpdate>(bench.Field.Type).GenerateOnUpdate(bench.Field, bench.Context);
}
