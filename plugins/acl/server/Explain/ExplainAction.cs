using System.Text.Json;
using Pergola.App.Acl.Explaining;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Explain;

/// <summary>
/// <c>roles:explain</c>: what a user may do with a collection, or with one of its records, and why. Asks what their own
/// requests would be asked.
/// </summary>
[Reads]
internal sealed class ExplainAction(
    IEnumerable<IUserBook> users,
    RoleChoice choice,
    RightsExplainer rights,
    RecordReach reach,
    RoleOrigins origins,
    ScopeNames scopes,
    ExplanationJson json
) : IAction
{
    private const string User = "userId";
    private const string Collection = "collection";
    private const string Record = "recordKey";
    private const string Role = "role";
    private readonly IUserBook? _users = users.LastOrDefault();

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var user = await FindUserAsync(context);
        var collection = FindCollection(context);
        var acting = ActingRoles(user, context.Params.Text(Role) ?? string.Empty);
        var caller = new Caller(user, Role: null, context.ValueContext with { UserId = user.Id }).ActingAs(acting);
        var actions = rights.Explain(user.Roles, acting, collection);
        var reached = context.Params.Has(Record) ? await ReachAsync(context, caller, collection, actions) : null;
        var roles = await origins.FindAsync(user, context.Aborted);
        var named = await scopes.FindAsync(context, collection, actions);
        await context.WriteDataAsync(
            json.Write(new Explanation(caller, collection, acting, roles, actions, reached, named))
        );
    }

    private async Task<CurrentUser> FindUserAsync(ActionContext context)
    {
        var text = Required(context, User);
        if (!long.TryParse(text, out var id))
        {
            throw new BadRequestException("\"{field}\" is not a key", [("field", User)], User);
        }

        return _users is not null && await _users.FindAsync(id, context.Aborted) is { } user
            ? user
            : throw new NotFoundException("User {id} does not exist", [("id", text)], User);
    }

    private static Collection FindCollection(ActionContext context)
    {
        var name = Required(context, Collection);
        return context.Schema.TryGet(name, out var collection)
            ? collection
            : throw new NotFoundException("Collection {collection} does not exist", [("collection", name)], Collection);
    }

    private IReadOnlyList<string> ActingRoles(CurrentUser user, string wanted)
    {
        var isTheirs = wanted is "" or RoleNames.Union || user.Roles.Contains(wanted, StringComparer.Ordinal);
        if (!isTheirs)
        {
            throw new BadRequestException("The role does not belong to the user", field: Role);
        }

        return user.Roles.Count == 0 ? [] : choice.Choose(user, bound: null, wanted)!;
    }

    private async Task<IReadOnlyDictionary<string, ActionReach>> ReachAsync(
        ActionContext context,
        Caller caller,
        Collection collection,
        IReadOnlyList<ActionExplanation> actions
    )
    {
        var text = Required(context, Record);
        try
        {
            // A key of several columns is an object.
            var key = text.StartsWith('{')
                ? JsonText.Parse(text)
                : JsonSerializer.SerializeToElement(text, JsonText.Serializer);
            if (await reach.FindAsync(caller, collection, key, actions, context.Aborted) is { } found)
            {
                return found;
            }
        }
        catch (Exception exception) when (exception is JsonException or BadRequestException or ValidationException)
        {
            throw new BadRequestException("\"{field}\" is not a key", [("field", Record)], Record, exception);
        }

        throw new NotFoundException("Record {key} does not exist", [("key", text)], Record);
    }

    private static string Required(ActionContext context, string name) =>
        context.Params.Text(name) is { Length: > 0 } text
            ? text
            : throw new BadRequestException("Parameter {name} is missing", [("name", name)], name);
}
