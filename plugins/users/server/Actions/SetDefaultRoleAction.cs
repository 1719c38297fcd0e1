using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Users.Actions;

/// <summary><c>users:setDefaultRole</c>: the role somebody acts as unless a request names another.</summary>
internal sealed class SetDefaultRoleAction(RecordWrites writes, RecordWriter writer) : IAction
{
    private const string Anonymous = "anonymous";

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var user = context.RequireUser();
        var wanted = context.Values.Text("roleName");
        if (wanted == Anonymous)
        {
            await context.WriteEmptyObjectAsync();
            return;
        }

        if (wanted is null || !user.Roles.Contains(wanted, StringComparer.Ordinal))
        {
            throw new BadRequestException("Role not found", field: "roleName");
        }

        var links = context.Schema["rolesUsers"];
        await writes.RunAsync(
            context,
            async session =>
            {
                foreach (
                    var role in new[] { user.DefaultRole, wanted }.OfType<string>().Distinct(StringComparer.Ordinal)
                )
                {
                    var parts = links.PrimaryKey.Select(c => c.Name == "roleName" ? (object)role : user.Id);
                    var link = await writer.UpdateAsync(
                        session,
                        links,
                        new RecordKey(links.PrimaryKey, [.. parts]),
                        filter: null,
                        JsonSerializer.SerializeToElement(
                            new Dictionary<string, bool> { ["default"] = role == wanted },
                            JsonText.Serializer
                        ),
                        WriteOptions.Default,
                        context.Aborted
                    );
                    if (link is null && role == wanted)
                    {
                        // It ends with the membership that brings it, and a choice stored for good would not.
                        throw new BadRequestException(
                            "A role that comes from a department cannot be the default one",
                            field: "roleName"
                        );
                    }
                }

                return true;
            }
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok"));
    }
}
