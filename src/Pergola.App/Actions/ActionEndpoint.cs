using Microsoft.AspNetCore.Http;
using Pergola.App.Plugins;
using Pergola.App.Routing;
using Pergola.App.Wire;
using Pergola.Data.Schema;

namespace Pergola.App.Actions;

/// <summary>Where a request enters the app: from the path below the API base to the last byte of the answer.</summary>
public sealed class ActionEndpoint
{
    private readonly ActionScopes _scopes;
    private readonly SchemaStore _schemas;
    private readonly ResourceResolver _resolver;
    private readonly ActionContextFactory _contexts;
    private readonly ActionPipeline _pipeline;
    private readonly FailureResponder _failures;
    private readonly ActionObservers _observers;

    internal ActionEndpoint(
        ActionScopes scopes,
        SchemaStore schemas,
        ResourceResolver resolver,
        ActionContextFactory contexts,
        ActionPipeline pipeline,
        FailureResponder failures,
        ActionObservers observers
    )
    {
        _scopes = scopes;
        _schemas = schemas;
        _resolver = resolver;
        _contexts = contexts;
        _pipeline = pipeline;
        _failures = failures;
        _observers = observers;
    }

    /// <param name="http">The request.</param>
    /// <param name="path">Path below the API base as it was sent, percent-encoded.</param>
    public async Task HandleAsync(HttpContext http, string path)
    {
        var schema = _schemas.Current;
        var arrived = _observers.Now();
        ActionContext? context = null;
        Exception? failed = null;
        try
        {
            var route = ResourceRouteParser.Parse(http.Request.Method, path);
            if (route is null || _resolver.Resolve(route, schema) is not { } target)
            {
                await ErrorWriter.WriteNotFoundAsync(http, http.RequestAborted);
                return;
            }

            await using var scope = _scopes.Open();
            context = _contexts.Create(http, route, target, scope);
            await _pipeline.RunAsync(context);
        }
        catch (Exception failure)
        {
            failed = failure;
            await _failures.RespondAsync(http, failure, schema);
        }

        if (context is not null)
        {
            await _observers.TellAsync(context, failed, arrived);
        }
    }
}
