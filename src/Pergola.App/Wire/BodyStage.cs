using Pergola.App.Acl;
using Pergola.App.Actions;

namespace Pergola.App.Wire;

/// <summary>Reads the body; only for those who may act, so that strangers cost no memory.</summary>
internal sealed class BodyStage(RequestBody body) : IPipelineStage
{
    public async ValueTask RunAsync(ActionContext context)
    {
        if (TakesFileAttribute.Applies(context))
        {
            return;
        }

        var values = await body.ReadAsync(context.Http, context.Aborted);
        context.Sent = values;
        context.Values = context is { Access: { } access, Target.Collection: { } collection }
            ? new RelatedValues(access, context.Params.UpdateAssociationValues).Reduce(values, collection)
            : values;
    }
}
