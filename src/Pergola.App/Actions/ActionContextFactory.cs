using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Localization;
using Pergola.App.Routing;
using Pergola.App.Wire;
using Pergola.Data.Fields;

namespace Pergola.App.Actions;

/// <summary>Makes the context of a request.</summary>
internal sealed class ActionContextFactory(TextCatalog texts, ValueContext values)
{
    public ActionContext Create(
        HttpContext http,
        ResourceRoute route,
        ResourceTarget target,
        AsyncServiceScope scope
    ) =>
        new(http, route, target, ActionParamsParser.Parse(route, http.Request.QueryString.Value))
        {
            Services = scope.ServiceProvider,
            ValueContext = values,
            Texts = texts.For(http.Request),
        };
}
