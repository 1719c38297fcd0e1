using System.Text.Json;
using CsvHelper;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary>
/// A table for spreadsheets. Texts that one of those would take for a formula are given so that it shows them instead.
/// </summary>
internal sealed class CsvFile(Stream output) : IEntryFile
{
    private static readonly string[] Columns =
    [
        "id",
        "at",
        "userId",
        "userName",
        "account",
        "role",
        "apiKey",
        "action",
        "resource",
        "collection",
        "sourceKey",
        "recordKey",
        "recordKeys",
        "recordCount",
        "status",
        "duration",
        "requestId",
        "address",
        "userAgent",
        "dataSource",
    ];

    private readonly CsvWriter _csv = CsvWriter.Create(
        output,
        CsvWriterOptions.Default with
        {
            Injection = CsvInjection.Escape,
            WriteByteOrderMark = true,
        },
        leaveOpen: true
    );

    public async ValueTask WriteAsync(JsonElement entries, CancellationToken cancellationToken)
    {
        if (_csv.RecordCount == 0)
        {
            await _csv.WriteRecordAsync(Columns, cancellationToken);
        }

        foreach (var entry in entries.EnumerateArray())
        {
            var fields = Array.ConvertAll(Columns, column => Text(entry.GetProperty(column)));
            await _csv.WriteRecordAsync(fields, cancellationToken);
        }

        await _csv.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();
}
