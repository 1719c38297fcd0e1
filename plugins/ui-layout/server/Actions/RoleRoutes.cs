using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary>
/// <c>roles/&lt;role&gt;/desktopRoutes:add</c>, <c>:remove</c> and <c>:set</c>: which entries of a menu a role sees. The content of
/// a page without tabs goes with the page.
/// </summary>
internal abstract class RoleRoutes(RecordWrites writes, RecordWriter writer, LinkAction action) : IAction
{
    private const int Most = 10_000;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var scope =
            AssociationScopes.Of(context)
            ?? throw new BadRequestException("Parameter {name} is missing", [("name", "roleName")], "roleName");
        if (scope.SourceKey is RoleNames.Root)
        {
            throw new BadRequestException("The role {role} sees every page anyway", [("role", RoleNames.Root)], "role");
        }

        var given = Given(context);
        await writes.RunAsync(
            context,
            async session =>
            {
                var routes = await ReadAsync(session, context.Collection, context.Aborted);
                var unknown = given.Where(id => !routes.ContainsKey(id)).Take(10).ToList();
                if (unknown.Count > 0)
                {
                    throw new BadRequestException(
                        "{collection} has no record with {field} {key}",
                        [("collection", context.Collection.Name), ("field", "id"), ("key", string.Join(", ", unknown))],
                        "filterByTk"
                    );
                }

                var linked = Complete(given, [.. routes.Values]).Select(id => JsonSerializer.SerializeToElement(id));
                await writer.ChangeLinksAsync(session, scope, action, [.. linked], context.Aborted);
                return true;
            }
        );
        await context.WriteEmptyObjectAsync();
    }

    /// <summary>What the action is about beyond what was named.</summary>
    protected virtual IEnumerable<long> Complete(IReadOnlyCollection<long> given, IReadOnlyCollection<Route> routes) =>
        given.Union(HiddenBelow(given, routes));

    protected static IEnumerable<long> HiddenBelow(IReadOnlyCollection<long> given, IEnumerable<Route> routes) =>
        routes.Where(r => r is { IsHidden: true, Parent: { } parent } && given.Contains(parent)).Select(r => r.Id);

    private HashSet<long> Given(ActionContext context)
    {
        IReadOnlyList<JsonElement> elements =
            context.Params.FilterByTks is { Count: > 0 } keys ? keys
            : context.Values.ValueKind == JsonValueKind.Array ? [.. context.Values.EnumerateArray()]
            : [];
        var (relation, id) = ($"roles.{context.Collection.Name}", context.Collection.Column("id"));
        if (elements.Count > Most || (elements.Count == 0 && action != LinkAction.Set))
        {
            throw new BadRequestException(
                "Keys are required for {association}",
                [("association", relation)],
                "filterByTk"
            );
        }

        return [.. elements.Select(e => (long)KeyParser.Value(e, id, context.ValueContext))];
    }

    private static async Task<IReadOnlyDictionary<long, Route>> ReadAsync(
        WriteSession session,
        Collection routes,
        CancellationToken cancellationToken
    )
    {
        string[] columns = ["id", "parentId", "hidden"];
        var rows = await session.ReadRowsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append("SELECT ")
                .Join(", ", columns, (w, name) => w.Append(routes.Column(name).QuotedColumn))
                .Append($" FROM {routes.Table.Quoted}"),
            (reader, values) =>
                new Route(
                    values.ReadInt64(reader, 0),
                    reader.IsDBNull(1) ? null : values.ReadInt64(reader, 1),
                    !reader.IsDBNull(2) && values.ReadBoolean(reader, 2)
                ),
            cancellationToken
        );
        return rows.ToDictionary(r => r.Id);
    }

    protected sealed record Route(long Id, long? Parent, bool IsHidden);
}

/// <summary>A role sees further entries.</summary>
internal sealed class AddRoleRoutes(RecordWrites writes, RecordWriter writer)
    : RoleRoutes(writes, writer, LinkAction.Add);

/// <summary>A role no longer sees some entries.</summary>
internal sealed class RemoveRoleRoutes(RecordWrites writes, RecordWriter writer)
    : RoleRoutes(writes, writer, LinkAction.Remove);

/// <summary>A role sees these entries and what is right below them, and no others.</summary>
internal sealed class SetRoleRoutes(RecordWrites writes, RecordWriter writer)
    : RoleRoutes(writes, writer, LinkAction.Set)
{
    protected override IEnumerable<long> Complete(IReadOnlyCollection<long> given, IReadOnlyCollection<Route> routes)
    {
        var below = routes.Where(r => r.Parent is { } parent && given.Contains(parent)).Select(r => r.Id);
        var all = given.Union(below).ToHashSet();
        return all.Union(HiddenBelow(all, routes));
    }
}
