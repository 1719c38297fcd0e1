using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;

namespace Pergola.Plugins.SystemSettings.Actions;

/// <summary><c>systemSettings:put</c>: changes the settings that are given.</summary>
internal sealed class PutSettings(SettingsBook settings, RecordWrites writes, RecordWriter writer, GetSettings get)
    : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.ValueKind != System.Text.Json.JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        var values = JsonObject.Create(context.Values)!;
        if (values.ContainsKey("raw_title"))
        {
            values["title"] = values["raw_title"]?.DeepClone();
            values.Remove("raw_title");
        }

        var row = (await settings.GetAsync(context.Aborted)).Row;
        var key = new RecordKey(context.Collection.PrimaryKey, [row.GetProperty("id").GetInt64()]);
        await writes.RunAsync(
            context,
            session =>
                writer.UpdateAsync(
                    session,
                    context.Collection,
                    key,
                    filter: null,
                    JsonText.Parse(values.ToJsonString(JsonText.Serializer)),
                    WriteOptions.Default,
                    context.Aborted
                )
        );
        await get.ExecuteAsync(context);
    }
}
