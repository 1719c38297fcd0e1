using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Departments.Collections;

namespace Pergola.Plugins.Departments.Actions;

/// <summary>Says which members of a department own it. Owning is a mark on a membership: nobody joins or leaves by it.</summary>
internal abstract class OwnerChange(RecordWrites writes, RecordWriter writer, bool marks, bool unmarksOthers) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var links = context.Schema[DepartmentsUsersCollection.Name];
        var department =
            AssociationScopes.Of(context)?.SourceKey
            ?? throw new BadRequestException("Parameter {name} is missing", [("name", "departmentId")], "departmentId");
        var given = Given(context, links.Column("userId"));
        await writes.RunAsync(
            context,
            async session =>
            {
                var members = await FindAsync(session, links, department, isOwner: null, context.Aborted);
                if (given.FirstOrDefault(id => !members.ContainsKey(id)) is { } stranger)
                {
                    throw new BadRequestException(
                        "User {id} is not a member of the department",
                        [("id", stranger.ToString()!)],
                        "members"
                    );
                }

                var owners = await FindAsync(session, links, department, isOwner: true, context.Aborted);
                var unmarked = unmarksOthers ? owners.Keys.Except(given) : given.Where(_ => !marks);
                foreach (var id in unmarked.Where(owners.ContainsKey).ToList())
                {
                    await MarkAsync(session, links, members[id], isOwner: false, context.Aborted);
                }

                foreach (var id in given.Where(id => marks && !owners.ContainsKey(id)))
                {
                    await MarkAsync(session, links, members[id], isOwner: true, context.Aborted);
                }

                return true;
            }
        );
        await context.WriteEmptyObjectAsync();
    }

    private HashSet<object> Given(ActionContext context, ColumnField user)
    {
        IEnumerable<JsonElement> elements =
            context.Params.FilterByTks is { Count: > 0 } keys ? keys
            : context.Values.ValueKind == JsonValueKind.Array ? context.Values.EnumerateArray()
            : [];
        var given = elements.Select(e => KeyParser.Value(e, user, context.ValueContext)).ToHashSet();
        return given.Count > 0 || unmarksOthers
            ? given
            : throw new BadRequestException(
                "Keys are required for {association}",
                [("association", "departments.owners")],
                "filterByTk"
            );
    }

    /// <summary>Memberships by user.</summary>
    private async Task<Dictionary<object, RecordKey>> FindAsync(
        WriteSession session,
        Collection links,
        object department,
        bool? isOwner,
        CancellationToken cancellationToken
    )
    {
        var filter = FilterNode.And(
            FilterCondition.EqualTo(links.Column("departmentId"), department),
            isOwner is { } mark ? FilterCondition.EqualTo(links.Column("isOwner"), mark) : null
        );
        var keys = await writes.FindKeysAsync(new RecordQuery(links) { Filter = filter }, session, cancellationToken);
        return keys.ToDictionary(key => key.Values[key.Columns.ToList().FindIndex(c => c.Name == "userId")]);
    }

    private Task<WrittenRecord?> MarkAsync(
        WriteSession session,
        Collection links,
        RecordKey key,
        bool isOwner,
        CancellationToken cancellationToken
    ) =>
        writer.UpdateAsync(
            session,
            links,
            key,
            filter: null,
            JsonSerializer.SerializeToElement(new { isOwner }, JsonText.Serializer),
            WriteOptions.Default,
            cancellationToken
        );
}

/// <summary><c>departments/&lt;id&gt;/owners:add</c>: further members own the department.</summary>
internal sealed class AddOwners(RecordWrites writes, RecordWriter writer)
    : OwnerChange(writes, writer, marks: true, unmarksOthers: false);

/// <summary><c>departments/&lt;id&gt;/owners:set</c>: these members own the department, and no others.</summary>
internal sealed class SetOwners(RecordWrites writes, RecordWriter writer)
    : OwnerChange(writes, writer, marks: true, unmarksOthers: true);

/// <summary><c>departments/&lt;id&gt;/owners:remove</c>: these members no longer own the department.</summary>
internal sealed class RemoveOwners(RecordWrites writes, RecordWriter writer)
    : OwnerChange(writes, writer, marks: false, unmarksOthers: false);
