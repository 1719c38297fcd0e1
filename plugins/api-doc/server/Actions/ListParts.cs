using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.Plugins.ApiDoc.Document;

namespace Pergola.Plugins.ApiDoc.Actions;

/// <summary><c>swagger:listParts</c>: what there is to read about, so that a screen loads one part at a time.</summary>
[Reads]
internal sealed class ListParts(ReaderRights rights, ActionRegistry actions, DescriptionBook descriptions) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context)
    {
        var source = rights.SourceOf(context, ApiPart.All);
        var scope = new DocumentScope(source, actions, descriptions);
        return context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var collection in scope.Collections)
            {
                Write(
                    json,
                    collection.Name,
                    ApiPart.OfCollection(collection.Name),
                    source.TitleOf(collection.Title),
                    [
                        .. scope.ActionsOf(collection),
                        .. scope
                            .AssociationsOf(collection)
                            .SelectMany(r => scope.ActionsOf(r).Select(action => $"{r.Name}:{action}")),
                    ]
                );
            }

            foreach (var resource in scope.Resources)
            {
                var plugin = descriptions.PluginOf(resource) ?? descriptions.PluginOf(PathWriter.TagOf(resource));
                Write(
                    json,
                    resource,
                    plugin is null ? ApiPart.All : ApiPart.OfPlugin(plugin),
                    descriptions.SummaryOf(resource) ?? resource,
                    scope.ActionsOf(resource)
                );
            }

            json.WriteEndArray();
        });
    }

    private void Write(
        Utf8JsonWriter json,
        string resource,
        ApiPart part,
        string title,
        IEnumerable<string> actionNames
    )
    {
        json.WriteStartObject();
        json.WriteString("ns", part.Name);
        json.WriteString("resource", resource);
        json.WriteString("title", title);
        json.WriteString("plugin", descriptions.PluginOf(resource));
        json.WriteStartArray("actions");
        foreach (var action in actionNames)
        {
            json.WriteStringValue(action);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
