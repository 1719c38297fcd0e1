using System.Text;
using CsvHelper;
using Pergola.App.Actions;
using Pergola.App.Records;

namespace Acme.Visitors;

/// <summary><c>GET visitors:sheet</c>: who is in the house, as CSV, to be printed for an evacuation.</summary>
[Reads]
public sealed class Sheet(RecordSets records) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var present = await records
            .Of<Visitor>()
            .ListAsync(new { leftAt = (string?)null }, context.Aborted, sort: "name");
        var text = await WriteAsync(present, context.Aborted);
        await context.WriteDataAsync(json => json.WriteStringValue(text));
    }

    public static async Task<string> WriteAsync(IEnumerable<Visitor> visitors, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await using (
            var csv = CsvWriter.Create(
                output,
                CsvWriterOptions.Default with
                {
                    Injection = CsvInjection.Escape,
                },
                leaveOpen: true
            )
        )
        {
            await csv.WriteRecordAsync(["name", "company", "badge"], cancellationToken);
            foreach (var visitor in visitors)
            {
                await csv.WriteRecordAsync([visitor.Name, visitor.Company, visitor.Badge], cancellationToken);
            }

            await csv.FlushAsync(cancellationToken);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
