using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.Plugins.ApiDoc.Document;

namespace Pergola.Plugins.ApiDoc.Actions;

/// <summary><c>swagger:get</c>: the OpenAPI document of the API or of a part of it, with what the caller may use.</summary>
[Reads]
internal sealed class GetDocument(
    ReaderRights rights,
    DescriptionBook descriptions,
    DocumentTag tags,
    DocumentWriter documents
) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context)
    {
        var part = ApiPart.Parse(context.Params.Text("ns"), context.Schema, descriptions);
        var tag = tags.Of(context, ReaderRights.ServerOf(context));
        var headers = context.Http.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Authorization, X-Role, X-Locale, Accept-Language";
        if (IsKnown(context.Http.Request, tag))
        {
            context.Response.NotModified();
            return ValueTask.CompletedTask;
        }

        var source = rights.SourceOf(context, part);
        return context.Response.WriteAsync(stream => documents.WriteAsync(source, stream), context.Aborted);
    }

    /// <summary>Proxies that compress make tags weak; the document is the same.</summary>
    private static bool IsKnown(HttpRequest request, string tag)
    {
        var current = new EntityTagHeaderValue(tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(current, useStrongComparison: false));
    }
}
