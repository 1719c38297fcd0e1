using System.Text.Json;

namespace Pergola.Plugins.Collections.Tests;

/// <summary>Users and roles stand among the collections of the designer.</summary>
public sealed class MirrorTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_new_installation_lists_roles_and_users_with_their_fields(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var designer = await Designer.OnAsync(app);
        var list = await designer.GetAsync("collections:list?sort=sort&appends=fields&paginate=false");
        Assert.Equal(
            ["roles", "users", "departments"],
            list.EnumerateArray().Select(c => c.GetProperty("name").GetString())
        );
        Assert.All(
            list.EnumerateArray(),
            collection =>
            {
                Assert.Equal("db2cm", collection.GetProperty("from").GetString());
                Assert.Equal(
                    collection.GetProperty("name").GetString()!.Length > 0,
                    collection.TryGetProperty("title", out _)
                );
                Assert.False(collection.GetProperty("hidden").GetBoolean());
            }
        );
        Assert.Equal(
            [
                "id",
                "nickname",
                "username",
                "email",
                "phone",
                "password",
                "passwordChangeTz",
                "appLang",
                "resetToken",
                "systemSettings",
                "createdAt",
                "updatedAt",
                "sort",
                "roles",
                "createdBy",
                "createdById",
                "updatedBy",
                "updatedById",
                "departments",
                "mainDepartmentId",
                "mainDepartment",
            ],
            await designer.FieldNamesAsync("users")
        );
        Assert.Equal("name", list[0].GetProperty("filterTargetKey").GetString());
        Assert.Equal("email", (await designer.FieldsAsync("users"))["email"].GetProperty("interface").GetString());
        await designer.IsConsistentAsync();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task They_take_fields_that_stay_and_keep_their_own(Backend backend)
    {
        await using var database = await TestDatabase.CreateAsync(backend, TestContext.Current.CancellationToken);
        string before;
        await using (var app = await AppUnderTest.StartAsync(database))
        {
            var designer = await Designer.OnAsync(app);
            await designer.AddFieldAsync("users", """{"name":"team","type":"string","interface":"input"}""");
            await designer.DoAsync("users:update?filterByTk=1", """{"team":"blue"}""");
            Assert.Equal(
                "blue",
                (await designer.GetAsync("users:list?filter[team]=blue"))[0].GetProperty("team").GetString()
            );
            await designer.RefusedAsync(400, "email", "collections/users/fields:destroy?filterByTk=email");
            await designer.RefusedAsync(403, "", "collections:destroy?filterByTk=users");

            await designer.CreateAsync(
                designer.Name("tasks"),
                "{}",
                """
                {"name":"owner","type":"belongsTo","interface":"m2o","target":"users","foreignKey":"ownerId",
                 "reverseField":{"name":"tasks","type":"hasMany","interface":"o2m","uiSchema":{"title":"Tasks"}}}
                """
            );
            Assert.Equal(JsonValueKind.Array, (await Root(designer, "tasks")).ValueKind);
            await designer.IsConsistentAsync();
            before = (await designer.GetAsync("collections:listMeta")).GetRawText();
        }

        await using (var app = await AppUnderTest.StartAsync(database))
        {
            var designer = await Designer.OnAsync(app);
            Assert.Equal(before, (await designer.GetAsync("collections:listMeta")).GetRawText());
            Assert.Equal("blue", (await Root(designer, "team")).GetString());
            await designer.DoAsync("collections/users/fields:destroy?filterByTk=team");
            await designer.IsConsistentAsync();
        }
    }

    private static async Task<JsonElement> Root(Designer designer, string field)
    {
        var appends = field == "tasks" ? "&appends=tasks" : "";
        return (await designer.GetAsync($"users:get?filterByTk=1{appends}")).GetProperty(field);
    }
}
