using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Records;

namespace Pergola.Plugins.EnvironmentVariables.Actions;

/// <summary><c>environmentVariables:update</c>: another value or type; without a value the stored one stays.</summary>
internal sealed class UpdateVariables(RecordWrites writes, RecordWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        var updated = await writes.RunAsync(context, session => UpdateAsync(context, session));
        await context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var record in updated)
            {
                VariableJson.Write(json, record.ToElement());
            }

            json.WriteEndArray();
        });
    }

    private async Task<List<WrittenRecord>> UpdateAsync(ActionContext context, WriteSession session)
    {
        var updated = new List<WrittenRecord>();
        foreach (var key in await writes.FindKeysAsync(context, session))
        {
            var record = await writer.UpdateAsync(
                session,
                context.Collection,
                key,
                filter: null,
                context.Values,
                WriteOptions.Default,
                context.Aborted
            );
            if (record is not null)
            {
                context.NoteKey(key.ToString());
                updated.Add(record);
            }
        }

        return updated;
    }
}
