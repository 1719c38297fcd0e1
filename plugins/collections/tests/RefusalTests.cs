using System.Text.Json;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Collections.Tests;

public sealed class RefusalTests(SharedApps apps)
{
    private const string Injection = "x\\\"; DROP TABLE users; --";

    [Theory]
    [OnEveryDatabase]
    public async Task Names_that_are_none_are_refused(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var good = designer.Name("good");
        await designer.CreateAsync(good, "{}", """{"name":"a","type":"string"}""");
        var before = await designer.StateAsync(good);
        var names = new[]
        {
            "\"\"",
            "\"-a\"",
            "\"a b\"",
            "\"ä\"",
            "5",
            "{}",
            "[]",
            "true",
            $"\"{Injection}\"",
            "\"a:b\"",
        };
        foreach (var name in names)
        {
            foreach (
                var (target, body) in new[]
                {
                    ("collections:create", $$"""{"name":{{name}}}"""),
                    ("collections:create", $$"""{"fields":[{"name":{{name}},"type":"string"}]}"""),
                    ($"collections/{good}/fields:create", $$"""{"name":{{name}},"type":"string"}"""),
                }
            )
            {
                var answer = await designer.PostAsync(target, body);
                Assert.True(answer.Status == 400, $"{target} {body}: {answer}");
                Assert.NotNull(answer.Messages);
            }
        }

        var long64 = new string('n', 64);
        await designer.RefusedAsync(400, "too long", "collections:create", $$"""{"name":"{{long64}}"}""");
        await designer.RefusedAsync(
            400,
            "too long",
            $"collections/{good}/fields:create",
            $$"""{"name":"{{long64}}","type":"string"}"""
        );
        Assert.Equal(before, await designer.StateAsync(good));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_longest_names_work(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = (designer.Name("long") + new string('n', 63))[..(backend == Backend.PostgreSqlInSchema ? 60 : 63)];
        name = name.ToLowerInvariant();
        var field = new string('f', 63);
        await designer.CreateAsync(name, "{}", $$"""{"name":"{{field}}","type":"string","unique":true,"index":true}""");
        await designer.DoAsync($"{name}:create", $$"""{"{{field}}":"x"}""");
        await designer.RefusedAsync(400, field, $"{name}:create", $$"""{"{{field}}":"x"}""");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Taken_names_are_refused(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("taken");
        await designer.CreateAsync(name, "{}", """{"name":"a","type":"string"}""");
        foreach (var taken in new[] { name, "users", "collections", "fields", "pergola_revisions", "pergola_secrets" })
        {
            await designer.RefusedAsync(
                400,
                $"Collection named {taken} already exists",
                "collections:create",
                $$"""{"name":"{{taken}}"}"""
            );
        }

        await designer.RefusedAsync(
            400,
            "\"a\" already exists",
            $"collections/{name}/fields:create",
            """{"name":"a","type":"integer"}"""
        );
        await designer.RefusedAsync(
            400,
            "\"a\" already exists",
            "collections:create",
            """{"fields":[{"name":"a","type":"string"},{"name":"a","type":"text"}]}"""
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_table_of_somebody_else_is_left_alone(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var designer = await Designer.OnAsync(app);
        var table = app.Schema["users"].Table with
        {
            Name = backend == Backend.PostgreSqlInSchema ? "nb_theirs" : "theirs",
        };
        await using (var transaction = await app.Database.BeginAsync(TestContext.Current.CancellationToken))
        {
            await using var command = app.Database.CreateCommand(
                transaction.Connection,
                transaction.Transaction,
                new SqlStatement($"CREATE TABLE {table.Quoted} (secret integer)", [])
            );
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        var revision = app.Schema.Revision;
        await designer.RefusedAsync(400, "theirs", "collections:create", """{"name":"theirs"}""");
        Assert.Equal(revision, app.Schema.Revision);
        Assert.Equal(["secret"], (await designer.ColumnsAsync("theirs"))!);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Fields_that_make_no_sense_are_refused(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("sense");
        await designer.CreateAsync(name, "{}", """{"name":"a","type":"string"}""");
        await designer.DoAsync($"{name}:create", """{"a":"x"}""");
        var before = await designer.StateAsync(name);
        foreach (
            var field in new[]
            {
                """{"name":"b","type":"nosuchtype"}""",
                """{"name":"b"}""",
                """{"name":"b","type":5}""",
                """{"name":"b","type":null}""",
                """{"name":"b","type":"string","length":-1}""",
                """{"name":"b","type":"bigInt","primaryKey":true}""",
                """{"name":"b","type":"string","allowNull":false}""",
                """{"name":"b","type":"integer","defaultValue":"many"}""",
                "[]",
                "7",
                "{",
            }
        )
        {
            var answer = await designer.PostAsync($"collections/{name}/fields:create", field);
            Assert.True(answer.Status == 400, $"{field}: {answer}");
            Assert.NotNull(answer.Messages);
        }

        await designer.RefusedAsync(
            404,
            "nowhere",
            "collections/nowhere/fields:create",
            """{"name":"b","type":"string"}"""
        );
        await designer.RefusedAsync(400, "fields", "collections:create", """{"fields":{"a":1}}""");
        await designer.RefusedAsync(400, "fields", "collections:create", """{"fields":["a"]}""");
        await designer.RefusedAsync(400, "inherits", "collections:create", """{"inherits":["users"]}""");
        Assert.Equal(before, await designer.StateAsync(name));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Definitions_are_not_written_as_records(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("direct");
        await designer.CreateAsync(name, "{}", """{"name":"a","type":"string"}""");
        var key = (await designer.FieldsAsync(name))["a"].GetProperty("key").GetString();
        var before = await designer.StateAsync(name);
        foreach (
            var (target, body) in new[]
            {
                ("fields:create", $$"""{"name":"b","type":"string","collectionName":"{{name}}"}"""),
                ($"fields:update?filterByTk={key}", """{"type":"integer"}"""),
                ($"fields:destroy?filterByTk={key}", "{}"),
                ($$"""fields:destroy?filter={"collectionName":"{{name}}"}""", "{}"),
                ("fields:updateOrCreate", $$"""{"filterKeys":["key"],"values":{"key":"{{key}}","type":"text"} }"""),
                ("collections:firstOrCreate", $$"""{"filterKeys":["name"],"values":{"name":"sneaky"} }"""),
                ("collections:updateOrCreate", $$"""{"filterKeys":["name"],"values":{"name":"{{name}}"} }"""),
                ($"collections/{name}/fields:set", "[]"),
                ($"collections/{name}/fields:remove", $"[\"{key}\"]"),
                ($"collections/{name}/fields:toggle", $"[\"{key}\"]"),
                ("collections/users/fields:add", $"[\"{key}\"]"),
                ("pergola_revisions:create", """{"name":"x","revision":7}"""),
                ("pergola_revisions:update?filterByTk=collections", """{"revision":7}"""),
                ("pergola_revisions:destroy?filterByTk=collections", "{}"),
            }
        )
        {
            var answer = await designer.PostAsync(target, body);
            Assert.True(answer.Status is 400 or 403 or 404, $"{target}: {answer}");
        }

        Assert.Equal(before, await designer.StateAsync(name));
        Assert.False(designer.App.Schema.TryGet("sneaky", out _));
    }
}
