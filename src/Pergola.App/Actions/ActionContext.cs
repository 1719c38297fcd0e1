using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Auth;
using Pergola.App.Localization;
using Pergola.App.Routing;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.App.Actions;

/// <summary>One request on its way through the pipeline: what it names, who asks, and where the answer goes.</summary>
public sealed class ActionContext
{
    public ActionContext(HttpContext http, ResourceRoute route, ResourceTarget target, ActionParams parameters)
    {
        Http = http;
        Route = route;
        Target = target;
        Params = parameters;
        Response = new ActionResponse(http);
    }

    public HttpContext Http { get; }

    /// <summary>Name of the app; sub-apps come under their own.</summary>
    public string App { get; init; } = "main";

    public ResourceRoute Route { get; }

    /// <summary>The route resolved against the snapshot.</summary>
    public ResourceTarget Target { get; }

    /// <summary>The collections as they were when the request came in.</summary>
    public SchemaSnapshot Schema => Target.Schema;

    /// <summary>The collection whose records the action is about; for an association its target.</summary>
    /// <exception cref="NotFoundException">The resource has no records.</exception>
    public Collection Collection =>
        Target.Collection
        ?? throw new NotFoundException("Resource {resource} has no records", [("resource", Route.ResourceName)]);

    /// <summary>The relation an association URL goes through, null for a plain resource.</summary>
    public Relation? Association => Target.Association;

    /// <summary>Parameters of the query string; the permission check narrows the lists of fields to be written.</summary>
    public ActionParams Params { get; set; }

    /// <summary>The request body as it was sent; for looking records up, never for writing.</summary>
    public JsonElement Sent { get; set; } = JsonText.EmptyObject;

    /// <summary>
    /// The request body as far as the caller may have it written, <c>{}</c> when there was none. An object or an array.
    /// </summary>
    public JsonElement Values { get; set; } = JsonText.EmptyObject;

    /// <summary>Who asks; null in public actions.</summary>
    public CurrentUser? User { get; set; }

    /// <summary>Id of the API key the request came with, null for a session.</summary>
    public string? ApiKey { get; set; }

    /// <summary>What the action tells its observers beyond the route; null while it has told nothing.</summary>
    public ActionTrace? Trace { get; private set; }

    /// <summary>Role the request acts as, null in public actions.</summary>
    public string? Role { get; set; }

    /// <summary>Who asks, as conditions with variables read it.</summary>
    public Caller Caller => new(User, Role, ValueContext);

    /// <summary>Whether the token may act as one role only, as those of programs do.</summary>
    public bool IsBoundToRole { get; set; }

    /// <summary>The roles whose rights the request has together; empty in public actions.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>What the caller may see and do elsewhere than in this action; null when nothing is out of reach.</summary>
    public RequestAccess? Access { get; set; }

    /// <summary>What the caller may see of the collection; counts where <see cref="Access"/> is set.</summary>
    public Permission View { get; set; } = Permission.Everything;

    /// <summary>What the source record of an association must be within for its links to be changed; null for anything.</summary>
    public Permission? SourcePermission { get; set; }

    /// <summary>What an action that may create as well may change of a record it finds; null for everything.</summary>
    public Permission? Change { get; set; }

    /// <summary>Conditions that the permission check adds: records must meet each, in one of its forms.</summary>
    public List<Permission> Conditions { get; } = [];

    /// <summary>Language of messages and their texts.</summary>
    public Texts Texts { get; set; } = Texts.English;

    /// <summary>Services of this action; ends with the request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Zones, clock, ids and user for parsing values.</summary>
    public required ValueContext ValueContext { get; set; }

    public ActionResponse Response { get; }

    /// <summary>Cancelled when the client goes away.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <exception cref="UnauthenticatedException">Nobody is signed in.</exception>
    public CurrentUser RequireUser() =>
        User ?? throw new UnauthenticatedException("Unauthenticated. Please sign in to continue.", "EMPTY_TOKEN");

    /// <summary>Says which record the action made, changed or deleted, for those who observe actions.</summary>
    public void NoteKey(string key) => (Trace ??= new ActionTrace()).Add(key);

    /// <summary>Says which account somebody who is not signed in asks for.</summary>
    public void NoteAccount(string account) => (Trace ??= new ActionTrace()).Account = account;

    /// <summary>Says whom a public action has let in.</summary>
    public void NoteUser(CurrentUser user) => (Trace ??= new ActionTrace()).User = user;

    /// <summary>Answers <c>{"data":value}</c>.</summary>
    public ValueTask WriteDataAsync(JsonElement value) => WriteDataAsync(value.WriteTo);

    /// <summary>Answers <c>{"data":…}</c>; the callback writes exactly one value.</summary>
    public ValueTask WriteDataAsync(Action<Utf8JsonWriter> writeValue) =>
        Response.WriteAsync(writer => EnvelopeWriter.Data(writer, writeValue), Aborted);

    /// <summary>Answers <c>{"data":…}</c> with a value that is produced over time.</summary>
    public ValueTask WriteDataAsync(Func<JsonStream, ValueTask> writeValue) =>
        Response.WriteAsync(stream => EnvelopeWriter.PageAsync(stream, writeValue, writeMeta: null), Aborted);

    /// <summary>Answers <c>{"data":[…],"meta":{…}}</c>; the callbacks write an array and an object.</summary>
    public ValueTask WritePageAsync(Action<Utf8JsonWriter> writeRows, Action<Utf8JsonWriter>? writeMeta) =>
        Response.WriteAsync(writer => EnvelopeWriter.Page(writer, writeRows, writeMeta), Aborted);

    /// <summary>
    /// As above for rows that arrive over time; the callback calls <see cref="JsonStream.FlushIfFullAsync"/> between rows.
    /// </summary>
    public ValueTask WritePageAsync(Func<JsonStream, ValueTask> writeRows, Action<Utf8JsonWriter>? writeMeta) =>
        Response.WriteAsync(stream => EnvelopeWriter.PageAsync(stream, writeRows, writeMeta), Aborted);

    /// <summary>Answers <c>{}</c>.</summary>
    public ValueTask WriteEmptyObjectAsync() => Response.WriteAsync(EnvelopeWriter.EmptyObject, Aborted);

    /// <summary>Answers 204 without a body.</summary>
    public ValueTask WriteNoContentAsync()
    {
        Response.NoContent();
        return ValueTask.CompletedTask;
    }
}
