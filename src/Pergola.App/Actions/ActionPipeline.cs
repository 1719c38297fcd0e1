using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Auth;
using Pergola.App.Localization;
using Pergola.App.Wire;

namespace Pergola.App.Actions;

/// <summary>The way of a request from its route to its action, in the one order there is.</summary>
internal sealed class ActionPipeline(
    RequestBody body,
    AllowanceList allowances,
    FixedFilterList filters,
    PermissionBook book,
    RulesStore rules,
    IEnumerable<ITokenCheck> tokens
)
{
    private readonly IPipelineStage[] _stages =
    [
        new BodyLimitStage(body),
        new DataSourceStage(),
        new TimeZoneStage(),
        new FilterGuard(),
        new AuthenticateStage(allowances, tokens, rules),
        new CurrentRoleStage(allowances, rules),
        new AclGate(allowances, filters, book),
        new BodyStage(body),
        new RunActionStage(),
    ];

    public async ValueTask RunAsync(ActionContext context)
    {
        foreach (var stage in _stages)
        {
            await stage.RunAsync(context);
        }
    }
}
