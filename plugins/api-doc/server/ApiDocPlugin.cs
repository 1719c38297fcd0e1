using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Plugins.ApiDoc.Actions;
using Pergola.Plugins.ApiDoc.Document;

namespace Pergola.Plugins.ApiDoc;

/// <summary>Tells clients what the API is: for them, as it is now.</summary>
[Plugin("api-doc", Description = "Tells programs what the API is, as OpenAPI, and lets people try it.")]
public sealed class ApiDocPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<DocumentWriter>();
        plugin.Services.AddSingleton<DocumentTag>();
        plugin.Services.AddSingleton<ReaderRights>();
        plugin
            .Resource("swagger")
            .Describe("The API, told as OpenAPI 3.1", ApiDocDescriptions.Swagger)
            .Action<GetDocument>("get")
            .Action<ListUrls>("getUrls")
            .Action<ListParts>("listParts");
        plugin.Acl.Snippet("pm.api-doc.documentation", "swagger:*");

        // A document holds what its reader may use anyway.
        foreach (var action in new[] { "get", "getUrls", "listParts" })
        {
            plugin.Acl.Allow("swagger", action, Audience.LoggedIn);
        }
    }
}
