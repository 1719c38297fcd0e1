using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Plugins.AuditLog.Retention;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary><c>auditLogs:updateSettings</c>: changes the settings that are given.</summary>
internal sealed class UpdateSettings(AuditSettingsBook book) : IAction
{
    private const int MostDays = 36_500;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        await book.ReadAsync(context.Aborted);
        var settings = book.Current;
        foreach (var given in context.Values.EnumerateObject())
        {
            settings = given.Name switch
            {
                "retentionDays" => settings with { RetentionDays = Days(given.Value) },
                "logReads" => settings with { LogReads = Flag(given.Value) },
                _ => throw new BadRequestException(
                    "\"{field}\" is not a setting of the audit log",
                    [("field", given.Name)],
                    given.Name
                ),
            };
        }

        await book.WriteAsync(settings, context.Aborted);
        await context.WriteDataAsync(json => ReadSettings.Write(json, settings));
    }

    private static int Days(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var days) && days is >= 0 and <= MostDays
            ? days
            : throw new BadRequestException(
                "\"{field}\" must be a whole number from 0 to {max}",
                [("field", "retentionDays"), ("max", $"{MostDays}")],
                "retentionDays"
            );

    private static bool Flag(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new BadRequestException(
                "\"{field}\" must be true or false",
                [("field", "logReads")],
                "logReads"
            ),
        };
}
