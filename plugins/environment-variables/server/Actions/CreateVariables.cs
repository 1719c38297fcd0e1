using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.EnvironmentVariables.Actions;

/// <summary><c>environmentVariables:create</c>: one variable, or several in one transaction.</summary>
internal sealed class CreateVariables(RecordWrites writes, RecordWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var values = RecordWrites.Objects(context.Values);
        var created = await writes.RunAsync(
            context,
            session =>
                writer.InsertManyAsync(session, context.Collection, values, WriteOptions.Default, context.Aborted)
        );
        foreach (var record in created)
        {
            context.NoteKey(record.Key!.ToString());
        }

        if (context.Values.ValueKind != JsonValueKind.Array)
        {
            await context.WriteDataAsync(json => Write(json, created[0], values[0]));
            return;
        }

        await context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            for (var index = 0; index < created.Count; index++)
            {
                Write(json, created[index], values[index]);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, WrittenRecord record, JsonElement given) =>
        VariableJson.Write(json, record.ToElement(), given.Text("value"));
}
