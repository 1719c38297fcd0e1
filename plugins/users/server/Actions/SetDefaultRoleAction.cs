using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Users.Actions;

/// <summary><c>users:setDefaultRole</c>: the role somebody acts as unless a request names another.</summary>
internal sealed class SetDefaultRoleAction(RecordWrites writes, RecordWriter writer, RulesStore rules) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var user = context.RequireUser();
        var wanted = context.Values.Text("roleName");
        if (wanted == RoleNames.Anonymous)
        {
            await context.WriteEmptyObjectAsync();
            return;
        }

        var isKnown =
            wanted == RoleNames.Union
                ? rules.Mode != RoleMode.One
                : user.Roles.Contains(wanted, StringComparer.Ordinal);
        if (wanted is null || !isKnown)
        {
            throw new BadRequestException("Role not found", field: "roleName");
        }

        await writes.RunAsync(
            context,
            async session =>
            {
                if (user.DefaultRole is { } old && old != wanted)
                {
                    await MarkAsync(context, session, old, isDefault: false);
                }

                if (await MarkAsync(context, session, wanted, isDefault: true))
                {
                    return true;
                }

                if (wanted != RoleNames.Union)
                {
                    // It ends with the membership that brings it, and a choice stored for good would not.
                    throw new BadRequestException(
                        "A role that comes from a department cannot be the default one",
                        field: "roleName"
                    );
                }

                await InsertAsync(context, session, wanted);
                return true;
            }
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok"));
    }

    private async Task<bool> MarkAsync(ActionContext context, WriteSession session, string role, bool isDefault)
    {
        var links = context.Schema["rolesUsers"];
        var user = context.RequireUser().Id;
        var parts = links.PrimaryKey.Select(c => c.Name == "roleName" ? (object)role : user);
        var written = await writer.UpdateAsync(
            session,
            links,
            new RecordKey(links.PrimaryKey, [.. parts]),
            filter: null,
            ToJson(new Dictionary<string, object> { ["default"] = isDefault }),
            WriteOptions.Default,
            context.Aborted
        );
        return written is not null;
    }

    /// <summary>All roles together are no role that somebody has, so that there is no row to be marked.</summary>
    private Task<WrittenRecord> InsertAsync(ActionContext context, WriteSession session, string role) =>
        writer.InsertAsync(
            session,
            context.Schema["rolesUsers"],
            ToJson(
                new Dictionary<string, object>
                {
                    ["roleName"] = role,
                    ["userId"] = context.RequireUser().Id,
                    ["default"] = true,
                }
            ),
            WriteOptions.Default,
            context.Aborted
        );

    private static JsonElement ToJson(Dictionary<string, object> row) =>
        JsonSerializer.SerializeToElement(row, JsonText.Serializer);
}
