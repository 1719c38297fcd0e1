using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Records.Trees;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>Puts parts of pages elsewhere.</summary>
internal sealed class FlowModelMover(FlowForest forest)
{
    /// <summary>Puts a part below a parent at a place of a slot.</summary>
    public async Task AttachAsync(
        WriteSession session,
        string uid,
        string parent,
        string slot,
        string subType,
        FlowPosition position,
        CancellationToken cancellationToken
    )
    {
        await forest.Writer.LockAsync(session, cancellationToken);
        var found = await forest.Reader.FindAsync(session, [uid, parent], cancellationToken);
        var node = found.GetValueOrDefault(uid) ?? throw FlowFaults.Unknown("attach", "uid", uid);
        if (!found.ContainsKey(parent))
        {
            throw FlowFaults.Unknown("attach", "parentId", parent);
        }

        await PlaceAsync(session, node, parent, slot, subType, position, ("attach", "parentId"), cancellationToken);
    }

    /// <summary>Puts a part before or after another one, wherever that is.</summary>
    public async Task MoveAsync(
        WriteSession session,
        string source,
        string target,
        bool isAfter,
        CancellationToken cancellationToken
    )
    {
        await forest.Writer.LockAsync(session, cancellationToken);
        var found = await forest.Reader.FindAsync(session, [source, target], cancellationToken);
        var node = found.GetValueOrDefault(source) ?? throw FlowFaults.Unknown("move", "sourceId", source);
        var beside = found.GetValueOrDefault(target) ?? throw FlowFaults.Unknown("move", "targetId", target);
        if (source == target)
        {
            return;
        }

        if (beside is not { Parent: { } parent, Slot: { } slot })
        {
            throw FlowFaults.Position("move");
        }

        await PlaceAsync(
            session,
            node,
            parent,
            slot,
            beside.Document.Text("subType") ?? FlowModelInput.Array,
            new FlowPosition(IsFirst: false, target, isAfter),
            ("move", "targetId"),
            cancellationToken
        );
    }

    private async Task PlaceAsync(
        WriteSession session,
        ClosureNode node,
        string parent,
        string slot,
        string subType,
        FlowPosition position,
        (string Action, string Parameter) asked,
        CancellationToken cancellationToken
    )
    {
        if ((await forest.Writer.AncestorsAsync(session, parent, cancellationToken)).ContainsKey(node.Key))
        {
            throw FlowFaults.Cycle(asked.Action, asked.Parameter, parent);
        }

        var others = (await forest.Writer.SlotAsync(session, parent, slot, cancellationToken))
            .Where(key => key != node.Key)
            .ToList();
        if (subType == FlowModelInput.Object && others.Count > 0)
        {
            throw FlowFaults.Taken(asked.Action, parent, slot);
        }

        others.Insert(position.In(others, asked.Action), node.Key);
        if (node.Parent != parent || node.Slot != slot)
        {
            await forest.Writer.MoveAsync(session, node.Key, parent, slot, cancellationToken);
        }

        await forest.Writer.OrderAsync(session, parent, others, cancellationToken);
        var options = FlowOptions.Of(node.Document);
        options["subKey"] = JsonSerializer.SerializeToElement(slot, JsonText.Serializer);
        options["subType"] = JsonSerializer.SerializeToElement(subType, JsonText.Serializer);
        await forest.Writer.UpdateAsync(session, node.Key, FlowOptions.ToText(options, session), cancellationToken);
    }
}

/// <summary>A place among the parts of a slot: first, last, or beside another one.</summary>
internal sealed record FlowPosition(bool IsFirst, string? Target = null, bool IsAfter = false)
{
    public int In(IReadOnlyList<string> keys, string action)
    {
        if (Target is null)
        {
            return IsFirst ? 0 : keys.Count;
        }

        var index = keys.ToList().IndexOf(Target);
        return index >= 0 ? index + (IsAfter ? 1 : 0) : throw FlowFaults.Unknown(action, "position", Target);
    }
}
