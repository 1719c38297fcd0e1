using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Acl.Roles;

/// <summary><c>roles:setSystemRoleMode</c>: whether the roles of a user are used one at a time or together.</summary>
internal sealed class SetSystemRoleMode(SettingsBook settings, RecordWrites writes, RecordWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var roleMode = RoleModes.NameOf(RoleModes.Parse(context.Values.Text("roleMode")));
        var table = context.Schema["systemSettings"];
        var row = (await settings.GetAsync(context.Aborted)).Row;
        var key = new RecordKey(table.PrimaryKey, [row.GetProperty("id").GetInt64()]);
        await writes.RunAsync(
            context,
            session =>
                writer.UpdateAsync(
                    session,
                    table,
                    key,
                    filter: null,
                    JsonSerializer.SerializeToElement(new { roleMode }, JsonText.Serializer),
                    WriteOptions.Default,
                    context.Aborted
                )
        );
        await context.WriteEmptyObjectAsync();
    }
}
