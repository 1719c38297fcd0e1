using System.Buffers;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Grouped values of a collection: measures, dimensions, orders, filter and conditions in the body.</summary>
[Reads]
internal sealed class QueryAction(AggregateParser parser, AggregateReader reader, RecordQueries queries) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        if (context.Association is { } association)
        {
            throw new BadRequestException(
                "Query action does not support association resources",
                field: association.Name
            );
        }

        var values = context.ValueContext;
        var query = queries.Narrow(
            context,
            parser.Parse(context.Values, context.Collection, values, new FilterVariables(context.Caller).Resolve)
        );
        var zone = values.ClientZone ?? values.ServerZone;

        // Collected whole: whatever can fail fails before the first byte.
        var rows = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(rows, JsonText.Writer))
        {
            await reader.ReadAsync(query, zone.GetUtcOffset(values.Clock.GetUtcNow()), json, context.Aborted);
        }

        await context.WriteDataAsync(json => json.WriteRawValue(rows.WrittenSpan, skipInputValidation: true));
    }
}
