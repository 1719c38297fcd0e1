using Pergola.Core.Errors;

namespace Pergola.App.Actions;

/// <summary>Header <c>X-Data-Source</c>: so far every app has its own database and no other.</summary>
internal sealed class DataSourceStage : IPipelineStage
{
    public ValueTask RunAsync(ActionContext context)
    {
        var key = context.Http.Request.Headers["X-Data-Source"].ToString();
        return key is "" or "main"
            ? ValueTask.CompletedTask
            : throw new BadRequestException("data source {key} does not exist", [("key", key)], "X-Data-Source");
    }
}
