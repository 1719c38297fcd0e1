using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Records;
using Pergola.Data.Records.Trees;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>Adds, places and changes nodes. The caller has the lock of the forest.</summary>
internal sealed class SchemaWriter(SchemaForest forest)
{
    /// <summary>Adds a tree of nodes that belongs nowhere; its uid.</summary>
    public async Task<string> InsertAsync(WriteSession session, JsonElement schema, CancellationToken cancellationToken)
    {
        var nodes = SchemaInput.Read(schema);
        await AddAsync(session, nodes, parent: null, list: null, cancellationToken);
        return nodes[0].Uid;
    }

    /// <summary>
    /// Puts a tree of nodes beside or in another one: a stored one, named by its uid, with all below it, else a new one.
    /// </summary>
    public async Task<string> PlaceAsync(
        WriteSession session,
        JsonElement schema,
        string target,
        SchemaPosition position,
        CancellationToken cancellationToken
    )
    {
        var uid = SchemaInput.UidOf(schema);
        var found = await forest.Reader.FindAsync(session, uid is null ? [target] : [target, uid], cancellationToken);
        var beside = found.GetValueOrDefault(target) ?? throw SchemaFaults.Unknown(target);
        var parent = position.IsInside ? target : beside.Parent ?? throw SchemaFaults.Position();
        var list = position.IsInside ? ListOf(schema) : beside.Slot ?? ChildLists.Properties;
        if (uid is not null && found.TryGetValue(uid, out var stored))
        {
            await MoveAsync(session, stored, parent, list, cancellationToken);
        }
        else
        {
            var nodes = SchemaInput.Read(schema);
            await AddAsync(session, nodes, parent, list, cancellationToken);
            uid = nodes[0].Uid;
        }

        var keys = (await forest.Writer.SlotAsync(session, parent, list, cancellationToken))
            .Where(key => key != uid)
            .ToList();
        var at = position switch
        {
            { IsInside: true, IsFirst: var first } => first ? 0 : keys.Count,
            { IsFirst: var before } => Math.Max(0, keys.IndexOf(target) + (before ? 0 : 1)),
        };
        keys.Insert(at, uid);
        await forest.Writer.OrderAsync(session, parent, keys, cancellationToken);
        return uid;
    }

    /// <summary>Changes the given properties of a node, and of those below it that are named.</summary>
    public async Task PatchAsync(WriteSession session, JsonElement patch, CancellationToken cancellationToken)
    {
        var uid =
            patch.ValueKind == JsonValueKind.Object && SchemaInput.UidOf(patch) is { } given
                ? given
                : throw new BadRequestException(
                    "Parameter {name} is missing",
                    [("name", SchemaInput.UidName)],
                    SchemaInput.UidName
                );
        var nodes = await forest.Reader.ReadAsync(session, uid, cancellationToken);
        if (nodes.Count == 0)
        {
            throw SchemaFaults.Unknown(uid);
        }

        var children = nodes.Skip(1).ToLookup(n => n.Parent, StringComparer.Ordinal);
        await PatchAsync(session, nodes[0], patch, children, cancellationToken);
    }

    /// <summary>Deletes nodes that have nothing below them any more, from one upwards to a root or to one that is to stay.</summary>
    public async Task RemoveEmptyAsync(
        WriteSession session,
        string? from,
        JsonElement? stays,
        CancellationToken cancellationToken
    )
    {
        while (from is not null)
        {
            var nodes = await forest.Reader.ReadAsync(session, from, cancellationToken);
            if (nodes.Count != 1 || nodes[0].Parent is not { } parent || Matches(nodes[0].Document, stays))
            {
                return;
            }

            await forest.Writer.DeleteAsync(session, from, cancellationToken);
            from = parent;
        }
    }

    private async Task PatchAsync(
        WriteSession session,
        ClosureNode node,
        JsonElement patch,
        ILookup<string?, ClosureNode> children,
        CancellationToken cancellationToken
    )
    {
        if (
            patch.EnumerateObject().FirstOrDefault(p => ChildLists.IsList(p) && p.Name != ChildLists.Properties) is
            { Value.ValueKind: not JsonValueKind.Undefined } other
        )
        {
            throw new BadRequestException("\"{field}\" cannot be changed", [("field", other.Name)], other.Name);
        }

        await forest.Writer.UpdateAsync(
            session,
            node.Key,
            SchemaText.Of(session, node.Document, patch),
            cancellationToken
        );
        foreach (var (name, below) in ChildLists.Of(ChildLists.Properties, patch.Get(ChildLists.Properties) ?? default))
        {
            var child =
                children[node.Key].FirstOrDefault(c => c.Name == name && c.Slot == ChildLists.Properties)
                ?? throw SchemaFaults.Unknown($"{ChildLists.Properties}.{name}");
            if (below.ValueKind != JsonValueKind.Object)
            {
                throw new BadRequestException("{field} must be an object", [("field", name!)], ChildLists.Properties);
            }

            await PatchAsync(session, child, below, children, cancellationToken);
        }
    }

    private async Task AddAsync(
        WriteSession session,
        IReadOnlyList<SchemaInput> nodes,
        string? parent,
        string? list,
        CancellationToken cancellationToken
    )
    {
        var stored = await forest.Reader.FindAsync(session, [.. nodes.Select(n => n.Uid)], cancellationToken);
        if (stored.Count > 0)
        {
            throw SchemaFaults.Taken(SchemaInput.UidName, stored.Keys.First());
        }

        if (parent is not null)
        {
            await RefuseNameAsync(session, nodes[0].Name, parent, list!, cancellationToken);
        }

        await forest.Writer.InsertAsync(
            session,
            [
                .. nodes.Select(
                    (n, index) =>
                        new NewClosureNode(
                            n.Uid,
                            n.Name,
                            SchemaText.Of(session, n.Node),
                            index == 0 ? parent : n.Parent,
                            index == 0 ? list : n.List,
                            n.IsAsync
                        )
                ),
            ],
            cancellationToken
        );
    }

    private async Task MoveAsync(
        WriteSession session,
        ClosureNode node,
        string parent,
        string list,
        CancellationToken cancellationToken
    )
    {
        if ((await forest.Writer.AncestorsAsync(session, parent, cancellationToken)).ContainsKey(node.Key))
        {
            throw new BadRequestException(
                "The schema {uid} cannot be put below itself",
                [("uid", node.Key)],
                SchemaInput.UidName
            );
        }

        if (node.Parent != parent || node.Slot != list)
        {
            await RefuseNameAsync(session, node.Name, parent, list, cancellationToken);
            await forest.Writer.MoveAsync(session, node.Key, parent, list, cancellationToken);
        }
    }

    /// <summary>Of two nodes with one name in a list only one could be shown.</summary>
    private async Task RefuseNameAsync(
        WriteSession session,
        string? name,
        string parent,
        string list,
        CancellationToken cancellationToken
    )
    {
        if (!ChildLists.AreNamed(list))
        {
            return;
        }

        var keys = await forest.Writer.SlotAsync(session, parent, list, cancellationToken);
        var siblings = await forest.Reader.FindAsync(session, keys, cancellationToken);
        if (siblings.Values.Any(s => s.Name == name))
        {
            throw SchemaFaults.Taken("name", name ?? string.Empty);
        }
    }

    private static string ListOf(JsonElement schema) =>
        schema.Text("x-node-type") is not { } list ? ChildLists.Properties
        : ChildLists.All.Contains(list, StringComparer.Ordinal) ? list
        : throw new BadRequestException(
            "\"{field}\" must be one of {values}",
            [("field", "x-node-type"), ("values", string.Join(", ", ChildLists.All))],
            "x-node-type"
        );

    private static bool Matches(JsonElement node, JsonElement? pattern) =>
        pattern is { ValueKind: JsonValueKind.Object } wanted
        && wanted.EnumerateObject().All(p => node.Get(p.Name) is { } own && JsonElement.DeepEquals(own, p.Value));
}
