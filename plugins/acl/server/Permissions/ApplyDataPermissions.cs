using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary><c>roles:applyDataPermissions</c>: the rules of a role for several collections, all of them or none.</summary>
internal sealed class ApplyDataPermissions(RolePermissions permissions, RecordWrites writes) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var role = context.Params.FilterByTk is { ValueKind: JsonValueKind.String } key
            ? key.GetString()!
            : string.Empty;
        await permissions.FindLinkAsync(context, role, RolePermissions.Main);
        if (context.Values.Get("resources") is not { ValueKind: JsonValueKind.Array } given)
        {
            throw new BadRequestException("\"resources\" must be a list", field: "resources");
        }

        var resources = new List<(JsonElement Given, JsonElement Existing)>();
        foreach (var resource in given.EnumerateArray())
        {
            var filter = JsonSerializer.SerializeToElement(
                new { name = resource.Text("name") ?? string.Empty },
                JsonText.Serializer
            );
            resources.Add((resource, await permissions.FindResourceAsync(context, role, filter)));
        }

        var ids = await writes.RunAsync(
            context,
            async session =>
            {
                var saved = new List<object>();
                foreach (var (wanted, existing) in resources)
                {
                    saved.Add(await permissions.SaveResourceAsync(context, session, role, wanted, existing));
                }

                return saved;
            }
        );
        var rows = new List<JsonElement>();
        foreach (var id in ids)
        {
            rows.Add(await permissions.ReadResourceAsync(context, id));
        }

        await context.WriteDataAsync(json => Write(json, role, rows));
    }

    private static void Write(Utf8JsonWriter json, string role, List<JsonElement> rows)
    {
        json.WriteStartObject();
        json.WriteString("roleName", role);
        json.WriteString("dataSourceKey", RolePermissions.Main);
        json.WriteStartArray("resources");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            Copy(json, row, "id", "name", "dataSourceKey", "usingActionsConfig");
            json.WriteStartArray("actions");
            foreach (var action in row.GetProperty("actions").EnumerateArray())
            {
                json.WriteStartObject();
                Copy(json, action, "id", "name", "fields", "scopeId");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("count", rows.Count);
        json.WriteEndObject();
    }

    private static void Copy(Utf8JsonWriter json, JsonElement row, params string[] names)
    {
        foreach (var name in names)
        {
            json.WritePropertyName(name);
            row.GetProperty(name).WriteTo(json);
        }
    }
}
