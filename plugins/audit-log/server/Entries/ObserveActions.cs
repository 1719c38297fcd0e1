using System.Text.Json;
using Pergola.App.Acl;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.AuditLog.Retention;
using Pergola.Plugins.AuditLog.Writing;

namespace Pergola.Plugins.AuditLog.Entries;

/// <summary>Makes an entry of whatever changes something, of sign-ins, and of what signed-in people were refused.</summary>
internal sealed class ObserveActions(
    EntryQueue queue,
    AuditSettingsBook settings,
    AllowanceList allowances,
    RepeatedRefusals refusals,
    TimeProvider clock
) : IActionObserver
{
    /// <summary>Looking at the log is not what the log is about, and would never end.</summary>
    private const string Log = "auditLogs";

    public ValueTask ActedAsync(ActionContext context, ActionOutcome outcome) =>
        IsLogged(context, outcome) ? queue.AddAsync(EntryOf(context, outcome)) : ValueTask.CompletedTask;

    private bool IsLogged(ActionContext context, ActionOutcome outcome)
    {
        if (outcome.IsRead)
        {
            return outcome.Failure is ForbiddenException
                ? context.User is not null
                : settings.Current.LogReads && context.User is not null && context.Route.Resource != Log;
        }

        return outcome.Failure switch
        {
            null => true,
            TooManyRequestsException => IsFirst(context, outcome),

            // How many wrong passwords an address may try is limited where they are checked.
            UnauthenticatedException => context.User is not null || IsPublic(context),

            // An action that never began for want of a user is no attempt of anybody's.
            _ => context.User is not null || (IsPublic(context) && IsFirst(context, outcome)),
        };
    }

    private bool IsFirst(ActionContext context, ActionOutcome outcome) =>
        refusals.IsFirst(
            $"{ClientAddress.Of(context.Http)} {context.Route.ResourceName}:{context.Route.Action} {outcome.Status}"
        );

    private bool IsPublic(ActionContext context) =>
        allowances.Find(context.Route.ResourceName, context.Route.Action) == Audience.Public;

    private AuditEntry EntryOf(ActionContext context, ActionOutcome outcome)
    {
        var user = context.User ?? context.Trace?.User;
        var (keys, count) = RecordKeys.Of(context);
        var now = clock.GetUtcNow().UtcDateTime - outcome.Duration;
        return new AuditEntry
        {
            At = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
            UserId = user?.Id,
            UserName = EntryText.Cut(NameOf(user), EntryText.Column),
            Account = EntryText.Cut(Account(context), EntryText.Name),
            Role = context.Role,
            ApiKeyId = context.ApiKey,
            Action = context.Route.Action,
            Resource = context.Route.ResourceName,
            Collection = context.Target.Collection?.Name,
            SourceKey = EntryText.Cut(context.Route.SourceKey, EntryText.Column),
            RecordKeys = keys,
            RecordCount = count,
            Status = outcome.Status,
            Duration = outcome.Duration,
            RequestId = context.Http.TraceIdentifier,
            Address = ClientAddress.Of(context.Http),
            UserAgent = EntryText.Cut(context.Http.Request.Headers.UserAgent.ToString(), EntryText.Agent),
        };
    }

    /// <summary>People type their password where the name goes; then the name is not kept.</summary>
    private static string? Account(ActionContext context) =>
        context.Trace?.Account is { } account && account != EntryText.Of(context.Values.Get("password"))
            ? account
            : null;

    private static string? NameOf(CurrentUser? user) =>
        user is null
            ? null
            : Filled(user.Record, "nickname") ?? Filled(user.Record, "username") ?? Filled(user.Record, "email");

    private static string? Filled(JsonElement record, string name) =>
        record.Text(name) is { Length: > 0 } text ? text : null;
}
