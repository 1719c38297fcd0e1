using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Records;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary><c>auditLogs:get</c>: one entry with the values it changed, as far as they are recorded.</summary>
[Reads]
internal sealed class GetEntry(RecordReader reader) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        using var page = await reader.ReadAsync(EntryQueries.ParseOne(context), context.Aborted);
        if (page.Count == 0)
        {
            throw new NotFoundException("The record does not exist");
        }

        await context.WriteDataAsync(RecordReader.ToJson(page)[0]);
    }
}
