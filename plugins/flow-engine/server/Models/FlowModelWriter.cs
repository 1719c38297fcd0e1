using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Records.Trees;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>
/// Stores parts of pages: of those that are there the given properties change, and they stay where they are; others are added
/// last in their slot.
/// </summary>
internal sealed class FlowModelWriter(FlowForest forest)
{
    public async Task SaveAsync(
        WriteSession session,
        IReadOnlyList<FlowModelInput> nodes,
        bool isNew,
        CancellationToken cancellationToken
    )
    {
        await forest.Writer.LockAsync(session, cancellationToken);
        var named = nodes.Select(n => n.Uid).Concat(nodes.Select(n => n.Parent).OfType<string>());
        var stored = await forest.Reader.FindAsync(
            session,
            [.. named.Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        if (isNew && stored.ContainsKey(nodes[0].Uid))
        {
            throw new BadRequestException("uid: \"{uid}\" is taken", [("uid", nodes[0].Uid)], "uid");
        }

        if (nodes[0] is { Parent: { } parent } root && !stored.ContainsKey(root.Uid) && !stored.ContainsKey(parent))
        {
            throw FlowFaults.Unknown("save", "parentId", parent);
        }

        foreach (var node in nodes.Where(n => stored.ContainsKey(n.Uid)))
        {
            await MergeAsync(session, stored[node.Uid], node.Node, cancellationToken);
        }

        var added = nodes.Where(n => !stored.ContainsKey(n.Uid)).ToList();
        await RefuseTakenAsync(session, added, stored, cancellationToken);
        await forest.Writer.InsertAsync(
            session,
            added.ConvertAll(n => new NewClosureNode(n.Uid, n.Uid, TextOf(n, session), n.Parent, n.Slot, n.IsAsync)),
            cancellationToken
        );
    }

    /// <summary>Puts properties in place of stored ones of the same name; where it is does not change by it.</summary>
    public Task MergeAsync(
        WriteSession session,
        ClosureNode stored,
        JsonElement node,
        CancellationToken cancellationToken
    )
    {
        var options = FlowOptions.Of(stored.Document);
        FlowOptions.Merge(options, node, "subKey", "subType", "async");
        return forest.Writer.UpdateAsync(session, stored.Key, FlowOptions.ToText(options, session), cancellationToken);
    }

    /// <summary>A slot for one part has one.</summary>
    private async Task RefuseTakenAsync(
        WriteSession session,
        IReadOnlyList<FlowModelInput> added,
        Dictionary<string, ClosureNode> stored,
        CancellationToken cancellationToken
    )
    {
        foreach (var node in added.Where(n => n.SubType == FlowModelInput.Object && n.Parent is not null))
        {
            if (
                stored.ContainsKey(node.Parent!)
                && (await forest.Writer.SlotAsync(session, node.Parent!, node.Slot!, cancellationToken)).Count > 0
            )
            {
                throw FlowFaults.Taken("save", node.Parent!, node.Slot!);
            }
        }
    }

    private static string TextOf(FlowModelInput node, WriteSession session)
    {
        var options = FlowOptions.Of(node.Node);
        if (node.Parent is not null)
        {
            options["subKey"] = JsonSerializer.SerializeToElement(node.Slot, JsonText.Serializer);
            if (node.SubType is { } subType)
            {
                options["subType"] = JsonSerializer.SerializeToElement(subType, JsonText.Serializer);
            }
        }

        return FlowOptions.ToText(options, session);
    }
}
