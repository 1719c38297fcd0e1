using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Records;
using Pergola.Core.Errors;

namespace Acme.Visitors;

/// <summary><c>POST visitors:signOut</c> with <c>{"badge":"ACD-379"}</c>: the guest gives the badge back and leaves.</summary>
public sealed class SignOut(RecordSets records, TimeProvider clock) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var badge = BadgeIn(context.Values);
        var visitors = records.Of<Visitor>();
        var found = await visitors.ListAsync(new { badge }, context.Aborted, limit: 1);
        if (found is not [{ LeftAt: null } visitor])
        {
            throw new NotFoundException("Nobody in the house has the badge {badge}", [("badge", badge)]);
        }

        await visitors.UpdateAsync(visitor.Id, new { leftAt = clock.GetUtcNow() }, context.Aborted);
        await context.WriteDataAsync(json => json.WriteStringValue(visitor.Name));
    }

    /// <exception cref="ValidationException">There is none.</exception>
    public static string BadgeIn(JsonElement values) =>
        values.ValueKind == JsonValueKind.Object
        && values.TryGetProperty("badge", out var badge)
        && badge.ValueKind == JsonValueKind.String
        && badge.GetString()!.Trim() is { Length: > 0 } text
            ? text.ToUpperInvariant()
            : throw new ValidationException("Give the badge", field: "badge");
}
