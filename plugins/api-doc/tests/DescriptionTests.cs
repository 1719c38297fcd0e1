using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.Plugins.ApiDoc.Document;

namespace Pergola.Plugins.ApiDoc.Tests;

/// <summary>Nothing that clients can call goes without a word.</summary>
public sealed class DescriptionTests(SharedApps apps)
{
    [Fact]
    public async Task Every_action_of_every_plugin_is_described()
    {
        var app = await apps.GetAsync(Backend.Sqlite);
        var missing = app.Generation(services =>
        {
            var descriptions = services.GetRequiredService<DescriptionBook>();
            return services
                .GetRequiredService<ActionRegistry>()
                .All.Where(a =>
                    descriptions.Find(a.Resource, a.Action) is null
                    && !(a.Resource == "*" && StandardOperations.Has(a.Action))
                )
                .Select(a => $"{a.Resource}:{a.Action} has no ActionDescription")
                .ToList();
        });
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_description_is_of_an_action_there_is_and_says_something()
    {
        var app = await apps.GetAsync(Backend.Sqlite);
        var wrong = app.Generation(services =>
        {
            var actions = services.GetRequiredService<ActionRegistry>();
            var schema = services.GetRequiredService<Pergola.Data.Schema.SchemaStore>().Current;
            return (
                from resource in services.GetRequiredService<DescriptionBook>().Resources
                from action in resource.Actions
                let hasRecords = schema.TryGet(resource.Resource.Split('.')[0], out _)
                where
                    !actions.TryFind(resource.Resource, action.Action, hasRecords, out _)
                    || (action.IsOffered && string.IsNullOrWhiteSpace(action.Summary))
                select $"{resource.Resource}:{action.Action}"
            ).ToList();
        });
        Assert.Empty(wrong);
    }
}
