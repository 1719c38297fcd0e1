using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Records;
using Pergola.Plugins.SystemSettings.Collections;

namespace Pergola.Plugins.SystemSettings;

/// <summary>Changes settings of the app. For every plugin that keeps some of its own among them.</summary>
public sealed class SettingsWriter(SettingsBook settings, RecordWrites writes, RecordWriter writer)
{
    /// <param name="context">The request that changes them.</param>
    /// <param name="values">An object with the columns that change.</param>
    public async Task UpdateAsync(ActionContext context, JsonElement values)
    {
        var table = context.Schema[SystemSettingsCollection.Name];
        var row = (await settings.GetAsync(context.Aborted)).Row;
        var key = new RecordKey(table.PrimaryKey, [row.GetProperty("id").GetInt64()]);
        await writes.RunAsync(
            context,
            session =>
                writer.UpdateAsync(session, table, key, filter: null, values, WriteOptions.Default, context.Aborted)
        );
    }
}
