using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Plugins.AuditLog.Retention;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary><c>auditLogs:getSettings</c>: how long the log is kept and what is in it.</summary>
[Reads]
internal sealed class ReadSettings(AuditSettingsBook book) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        await book.ReadAsync(context.Aborted);
        await context.WriteDataAsync(json => Write(json, book.Current));
    }

    public static void Write(Utf8JsonWriter json, AuditSettings settings)
    {
        json.WriteStartObject();
        json.WriteNumber("retentionDays", settings.RetentionDays);
        json.WriteBoolean("logReads", settings.LogReads);
        json.WriteEndObject();
    }
}
