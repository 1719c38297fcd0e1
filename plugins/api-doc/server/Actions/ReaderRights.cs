using Pergola.App.Acl;
using Pergola.App.Acl.Explaining;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Wire;
using Pergola.Plugins.ApiDoc.Document;

namespace Pergola.Plugins.ApiDoc.Actions;

/// <summary>Puts together what a request for documentation is answered from.</summary>
internal sealed class ReaderRights(OpeningBook openings, PermissionBook book)
{
    public DocumentSource SourceOf(ActionContext context, ApiPart part) =>
        new(
            context.Schema,
            new CallerRights(openings, book, context.User is not null, context.Roles),
            context.Texts,
            part,
            ServerOf(context)
        );

    /// <summary>The address the request came to, up to the resource it names.</summary>
    public static string ServerOf(ActionContext context)
    {
        var request = context.Http.Request;
        var path = (request.PathBase + request.Path).ToUriComponent();
        return ClientScheme.OriginOf(request)
            + path[..path.LastIndexOf("/swagger", StringComparison.OrdinalIgnoreCase)];
    }
}
