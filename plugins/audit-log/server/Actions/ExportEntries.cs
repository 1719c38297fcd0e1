using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Records;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary>
/// <c>auditLogs:export</c>: everything that a filter selects as a file, page by page; a failure on the way breaks the
/// connection, so that nobody takes a part for the whole. It is in the log like a change.
/// </summary>
internal sealed class ExportEntries(EntryQueries queries, RecordReader reader, TimeProvider clock) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var format = context.Params.Text("format") ?? "csv";
        if (format is not ("csv" or "jsonl"))
        {
            throw new BadRequestException(
                "Parameter {name} must be one of {values}, not \"{value}\"",
                [("name", "format"), ("values", "csv, jsonl"), ("value", format)],
                "format"
            );
        }

        await using var cursor = await reader.OpenAsync(queries.Parse(context), context.Aborted);
        var first = await cursor.NextAsync(context.Aborted);
        var response = context.Http.Response;
        response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition =
            $"attachment; filename=\"audit-log-{clock.GetUtcNow():yyyy-MM-dd}.{format}\"";
        await using IEntryFile file = format == "csv" ? new CsvFile(response.Body) : new JsonLinesFile(response.Body);
        for (var page = first; ; page = await cursor.NextAsync(context.Aborted))
        {
            bool isLast;
            using (page)
            {
                isLast = !page.HasMore;
                await file.WriteAsync(RecordReader.ToJson(page), context.Aborted);
            }

            if (isLast)
            {
                return;
            }
        }
    }
}
