using Pergola.Core.Errors;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Ddl;

/// <summary>From definitions to tables and from one snapshot to the next.</summary>
public abstract class DdlSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    [Fact]
    public async Task A_table_gets_columns_keys_and_indexes()
    {
        var name = NewName();
        var schema = Schema(
            $$"""
            {"name":"{{name}}","fields":[
              {"name":"email","type":"string","unique":true},
              {"name":"ownerId","type":"bigInt","isForeignKey":true},
              {"name":"first","type":"string"},{"name":"last","type":"string"}],
             "indexes":[{"fields":["first","last"],"unique":true},{"fields":["last"]}]}
            """
        );

        await CreateAsync(schema);

        var table = await ReadTableAsync(name);
        Assert.Equal(
            ["createdAt", "email", "first", "id", "last", "ownerId", "updatedAt"],
            table.Columns.Order(StringComparer.Ordinal)
        );
        Assert.Equal(["email"], table.UniqueKeys[$"{name}_email_key"]);
        Assert.Equal(["first", "last"], table.UniqueKeys[$"{name}_first_last"]);
        Assert.Equal(["ownerId"], table.Indexes[$"{name}_owner_id"]);
        Assert.Equal(["last"], table.Indexes[$"{name}_last"]);
    }

    [Fact]
    public async Task Creating_what_is_missing_is_done_once()
    {
        var name = NewName();
        var definition = Bare(
            name,
            """{"name":"code","type":"string","primaryKey":true},{"name":"a","type":"string","unique":true},{"name":"b","type":"bigInt","index":true}"""
        );
        await CreateAsync(Schema(definition));

        await using var transaction = await Database.BeginAsync(Cancelled);
        var plan = await Executor().PlanMissingAsync(transaction, Schema(definition), Cancelled);

        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public async Task Missing_columns_and_keys_are_added_and_others_left_alone()
    {
        var name = NewName();
        await CreateAsync(Schema(Bare(name, """{"name":"a","type":"string"},{"name":"other","type":"string"}""")));
        var wanted = Schema(
            Bare(name, """{"name":"a","type":"string","unique":true},{"name":"b","type":"integer","index":true}""")
        );

        await CreateAsync(wanted);

        var table = await ReadTableAsync(name);
        Assert.Equal(["a", "b", "other"], table.Columns.Order(StringComparer.Ordinal));
        Assert.Single(table.UniqueKeysOver(["a"]));
        Assert.Single(table.IndexesOver(["b"]));
    }

    [Fact]
    public async Task An_auto_increment_key_numbers_itself()
    {
        var name = NewName();
        var schema = Schema($$"""{"name":"{{name}}","timestamps":false,"fields":[{"name":"a","type":"string"}]}""");
        await CreateAsync(schema);

        await InsertAsync(schema[name], ("a", "x"));
        await InsertAsync(schema[name], ("a", "y"));
        await RunAsync($"DELETE FROM {schema[name].Table.Quoted} WHERE \"id\" = 2");
        await InsertAsync(schema[name], ("a", "z"));

        Assert.Equal([1L, 3L], await ReadAsync(schema[name], "id", orderBy: "id"));
    }

    [Fact]
    public async Task Numbering_goes_on_above_a_number_that_was_given()
    {
        var name = NewName();
        var schema = Schema($$"""{"name":"{{name}}","timestamps":false,"fields":[{"name":"a","type":"string"}]}""");
        await CreateAsync(schema);
        await using (var transaction = await Database.BeginAsync(Cancelled))
        {
            await InsertAsync(transaction, schema[name], ("id", 100L), ("a", "x"));
            foreach (var number in new[] { 100L, 50L, -1L })
            {
                await Database.AdvanceSequenceAsync(transaction, Column(schema[name], "id"), number, Cancelled);
            }

            await transaction.CommitAsync(Cancelled);
        }

        await InsertAsync(schema[name], ("a", "y"));

        Assert.Equal([100L, 101L], await ReadAsync(schema[name], "id", orderBy: "id"));
    }

    [Fact]
    public async Task Defaults_apply_to_rows_that_say_nothing()
    {
        var name = NewName();
        var schema = Schema(
            Bare(
                name,
                """
                {"name":"n","type":"integer"},
                {"name":"s","type":"string","defaultValue":"it's"},{"name":"i","type":"integer","defaultValue":-7},
                {"name":"d","type":"decimal","precision":30,"scale":2,"defaultValue":"12.5"},
                {"name":"b","type":"boolean","defaultValue":true},{"name":"f","type":"double","defaultValue":0.1},
                {"name":"j","type":"json","defaultValue":{"a":["x"]}},{"name":"l","type":"array","defaultValue":[]},
                {"name":"t","type":"date","defaultValue":"2024-05-06T07:08:09.123Z"},
                {"name":"o","type":"dateOnly","defaultValue":"2024-05-06"},
                {"name":"native","type":"array","dataType":"array","elementType":"string","defaultValue":["a","b \"c\""]}
                """
            )
        );
        await CreateAsync(schema);

        await InsertAsync(schema[name], ("n", 1));

        Assert.Equal(["it's"], await ReadAsync(schema[name], "s"));
        Assert.Equal([-7], await ReadAsync(schema[name], "i"));
        Assert.Equal(["12.50"], await ReadAsync(schema[name], "d"));
        Assert.Equal([true], await ReadAsync(schema[name], "b"));
        Assert.Equal([0.1], await ReadAsync(schema[name], "f"));
        Assert.Equal(["""{"a":["x"]}"""], await ReadAsync(schema[name], "j"));
        Assert.Equal(["[]"], await ReadAsync(schema[name], "l"));
        Assert.Equal([new DateTime(2024, 5, 6, 7, 8, 9, 123, DateTimeKind.Utc)], await ReadAsync(schema[name], "t"));
        Assert.Equal([new DateOnly(2024, 5, 6)], await ReadAsync(schema[name], "o"));
        Assert.Equal(["""["a","b \"c\""]"""], await ReadAsync(schema[name], "native"));
    }

    [Fact]
    public async Task Fields_come_and_go_with_their_keys_and_indexes()
    {
        var name = NewName();
        var before = Schema(
            Bare(
                name,
                """{"name":"keep","type":"string"},{"name":"gone","type":"string","unique":true},{"name":"also","type":"bigInt","index":true}"""
            )
        );
        await CreateAsync(before);
        await InsertAsync(before[name], ("keep", "k"), ("gone", "g"), ("also", 1L));
        var after = Schema(
            Bare(
                name,
                """{"name":"keep","type":"string","unique":true},{"name":"new","type":"integer","defaultValue":5,"allowNull":false,"index":true}"""
            )
        );

        await ChangeAsync(before, after);

        var table = await ReadTableAsync(name);
        Assert.Equal(["keep", "new"], table.Columns.Order(StringComparer.Ordinal));
        Assert.Equal([$"{name}_keep_key"], table.UniqueKeys.Keys);
        Assert.Equal([$"{name}_new"], table.Indexes.Keys);
        Assert.Equal([5], await ReadAsync(after[name], "new"));
        Assert.Equal(["k"], await ReadAsync(after[name], "keep"));

        await ChangeAsync(after, Schema(Bare(name, """{"name":"keep","type":"string"}""")));

        table = await ReadTableAsync(name);
        Assert.Equal(["keep"], table.Columns);
        Assert.Empty(table.UniqueKeys);
        Assert.Empty(table.Indexes);
    }

    [Fact]
    public async Task Changing_a_default_keeps_rows_keys_indexes_and_unknown_columns()
    {
        var name = NewName();
        string Definition(string option) =>
            $$"""{"name":"{{name}}","timestamps":false,"fields":[{"name":"a","type":"string","unique":true},{"name":"b","type":"bigInt","index":true},{"name":"c","type":"string","allowNull":false{{option}}}]}""";
        var first = Schema(Definition(""","defaultValue":"old" """));
        await CreateAsync(first);
        await RunAsync($"ALTER TABLE {first[name].Table.Quoted} ADD COLUMN \"foreign\" varchar(20) DEFAULT 'x'");
        await InsertAsync(first[name], ("a", "1"), ("b", 1L));
        var second = Schema(Definition(""","defaultValue":"new" """));

        await ChangeAsync(first, second);
        await InsertAsync(second[name], ("a", "2"), ("b", 2L));

        Assert.Equal(["old", "new"], await ReadAsync(second[name], "c", orderBy: "a"));
        Assert.Equal([1L, 2L], await ReadAsync(second[name], "id", orderBy: "id"));
        var table = await ReadTableAsync(name);
        Assert.Contains("foreign", table.Columns.AsEnumerable());
        Assert.Equal(["a"], table.UniqueKeys[$"{name}_a_key"]);
        Assert.Equal(["b"], table.Indexes[$"{name}_b"]);

        var third = Schema(Definition(""));
        await ChangeAsync(second, third);
        var error = await FailAsync(() => InsertAsync(third[name], ("a", "3")), third);
        Assert.Equal("c cannot be null", error.Message);
    }

    [Fact]
    public async Task Collections_come_and_go_with_their_tables()
    {
        var (first, second) = (NewName(), NewName());
        var before = Schema(Bare(first, """{"name":"a","type":"string"}"""), Bare(second, ""));
        await CreateAsync(before);
        Assert.True(await TableExistsAsync(first));
        Assert.False(await TableExistsAsync(second));

        var after = Schema(Bare(second, """{"name":"a","type":"string","index":true}"""));
        await ChangeAsync(before, after);

        Assert.False(await TableExistsAsync(first));
        Assert.Single((await ReadTableAsync(second)).Indexes);

        await ChangeAsync(after, Schema(Bare(second, "")));
        Assert.False(await TableExistsAsync(second));
    }

    [Fact]
    public async Task An_implied_column_stays_and_asks_for_nothing_any_more()
    {
        var name = NewName();
        string Definition(string timestamps) =>
            $$"""{"name":"{{name}}","autoGenId":false,"timestamps":{{timestamps}},"fields":[{"name":"a","type":"string","unique":true}]}""";
        var before = Schema(Definition("true"));
        await CreateAsync(before);
        var moment = new DateTime(2024, 5, 6, 7, 8, 9, 123, DateTimeKind.Utc);
        await InsertAsync(before[name], ("a", "1"), ("createdAt", moment), ("updatedAt", moment));
        var after = Schema(Definition("false"));

        await ChangeAsync(before, after);
        await InsertAsync(after[name], ("a", "2"));
        await ChangeAsync(after, before);

        Assert.Equal([moment, null], await ReadAsync(before[name], "createdAt", orderBy: "a"));
        Assert.Single((await ReadTableAsync(name)).UniqueKeys);
    }

    [Fact]
    public async Task Views_and_queries_have_no_table()
    {
        var (view, sql) = (NewName(), NewName());
        var schema = Schema(
            Bare(view, """{"name":"a","type":"string"}""", ""","view":true,"viewName":"v" """),
            Bare(sql, """{"name":"a","type":"string"}""", ""","sql":"select 1 as a" """)
        );

        await CreateAsync(schema);

        Assert.False(await TableExistsAsync(view));
        Assert.False(await TableExistsAsync(sql));
    }

    [Fact]
    public void Titles_change_nothing()
    {
        var plan = DdlPlan.Diff(
            Schema(Bare("x", """{"name":"a","type":"string","uiSchema":{"title":"A"}}""")),
            Schema(Bare("x", """{"name":"a","type":"string","uiSchema":{"title":"B"}}""", ""","title":"X" """))
        );

        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public async Task A_column_stays_while_another_field_maps_to_it()
    {
        var name = NewName();
        var before = Schema(
            Bare(name, """{"name":"url","type":"text"},{"name":"preview","type":"text","field":"url"}""")
        );
        await CreateAsync(before);

        await ChangeAsync(before, Schema(Bare(name, """{"name":"preview","type":"text","field":"url"}""")));

        Assert.Equal(["url"], (await ReadTableAsync(name)).Columns);
    }

    [Fact]
    public async Task A_key_column_can_be_added_to_a_filled_table()
    {
        var name = NewName();
        var before = Schema(Bare(name, """{"name":"a","type":"string"}"""));
        await CreateAsync(before);
        await InsertAsync(before[name], ("a", "x"));
        await InsertAsync(before[name], ("a", "y"));
        var after = Schema(
            Bare(
                name,
                """{"name":"id","type":"bigInt","primaryKey":true,"autoIncrement":true},{"name":"a","type":"string"}"""
            )
        );

        await ChangeAsync(before, after);
        await InsertAsync(after[name], ("a", "z"));

        Assert.Equal([1L, 2L, 3L], await ReadAsync(after[name], "id", orderBy: "id"));
    }

    [Fact]
    public async Task A_required_field_without_default_does_not_fit_a_filled_table()
    {
        var name = NewName();
        var before = Schema(Bare(name, """{"name":"a","type":"string"}"""));
        await CreateAsync(before);
        await InsertAsync(before[name], ("a", "x"));
        var after = Schema(
            Bare(
                name,
                """{"name":"a","type":"string"},{"name":"must","type":"string","allowNull":false,"uiSchema":{"title":"Must"}}"""
            )
        );

        var error = await Assert.ThrowsAsync<ConstraintException>(() => ChangeAsync(before, after));

        Assert.Equal("Must cannot be null", error.Message);
        Assert.Equal("must", error.Field);
        Assert.Equal(["a"], (await ReadTableAsync(name)).Columns);
    }

    [Fact]
    public async Task A_unique_key_does_not_fit_duplicates()
    {
        var name = NewName();
        var before = Schema(Bare(name, """{"name":"a","type":"string"}"""));
        await CreateAsync(before);
        await InsertAsync(before[name], ("a", "x"));
        await InsertAsync(before[name], ("a", "x"));

        var error = await Assert.ThrowsAsync<ConstraintException>(() =>
            ChangeAsync(before, Schema(Bare(name, """{"name":"a","type":"string","unique":true}""")))
        );

        Assert.Equal("a already exists", error.Message);
        Assert.Empty((await ReadTableAsync(name)).UniqueKeys);
    }

    [Fact]
    public async Task Names_of_any_shape_are_safe()
    {
        var name = NewName() + "-select";
        var schema = Schema(
            Bare(
                name,
                """{"name":"order","type":"string","unique":true},{"name":"Group-By","type":"string","index":true}"""
            )
        );
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("order", "1"), ("Group-By", "2"));

        Assert.Equal(["2"], await ReadAsync(schema[name], "Group-By"));
        await ChangeAsync(schema, Schema(Bare(name, """{"name":"order","type":"string"}""")));
        Assert.Equal(["order"], (await ReadTableAsync(name)).Columns);
    }

    protected async Task<PergolaException> FailAsync(Func<Task> action, Data.Schema.SchemaSnapshot schema)
    {
        var exception = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(action);
        var error = await new ErrorTranslator(Database).TranslateAsync(exception, schema, Cancelled);
        Assert.NotNull(error);
        return error;
    }
}
