using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Localization;

/// <summary>Header <c>X-Timezone</c>: the zone of the client, for filters by date.</summary>
internal sealed class TimeZoneStage : IPipelineStage
{
    public ValueTask RunAsync(ActionContext context)
    {
        var text = context.Http.Request.Headers["X-Timezone"].ToString();
        if (text.Length == 0)
        {
            return ValueTask.CompletedTask;
        }

        if (!TimeZoneText.TryParse(text, out var zone))
        {
            throw new BadRequestException(
                "{zone} in header {name} is neither an offset such as +08:00 nor the name of a time zone",
                [("zone", text), ("name", "X-Timezone")],
                "X-Timezone"
            );
        }

        context.ValueContext = context.ValueContext with { ClientZone = zone };
        return ValueTask.CompletedTask;
    }
}
