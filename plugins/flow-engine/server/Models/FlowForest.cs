using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Records;
using Pergola.Data.Records.Trees;
using Pergola.Plugins.FlowEngine.Collections;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>The trees of parts that pages consist of.</summary>
public sealed class FlowForest(Database database)
{
    /// <summary>Popups are parts of the buttons that open them, so that trees of used pages are deep.</summary>
    private const int MaxDepth = 100;

    private static readonly ClosureShape Shape = new(
        FlowModelsCollection.Name,
        "uid",
        "options",
        FlowModelTreePathCollection.Name,
        MaxDepth
    );

    public ClosureReader Reader { get; } = new(Shape, database);

    public ClosureWriter Writer { get; } = new(Shape);

    /// <summary>Makes sure that there is a root for what a menu entry leads to; what is there already stays.</summary>
    /// <exception cref="BadRequestException">The uid is that of a part of something else.</exception>
    public async Task EnsureRouteAsync(WriteSession session, string uid, CancellationToken cancellationToken)
    {
        await Writer.LockAsync(session, cancellationToken);
        var found = await Reader.FindAsync(session, [uid], cancellationToken);
        if (found.TryGetValue(uid, out var node))
        {
            if (node.Parent is not null)
            {
                throw new BadRequestException(
                    "{field}: \"{uid}\" is part of a page and cannot be a page itself",
                    [("field", "schemaUid"), ("uid", uid)],
                    "schemaUid"
                );
            }

            return;
        }

        var options = JsonSerializer.Serialize(new { schema = new { use = "RouteModel" } }, JsonText.Serializer);
        await Writer.InsertAsync(session, [new NewClosureNode(uid, uid, options)], cancellationToken);
    }

    /// <summary>Deletes what a menu entry led to, unless it is part of something else.</summary>
    public async Task DestroyRootAsync(WriteSession session, string uid, CancellationToken cancellationToken)
    {
        await Writer.LockAsync(session, cancellationToken);
        var found = await Reader.FindAsync(session, [uid], cancellationToken);
        if (found.TryGetValue(uid, out var node) && node.Parent is null)
        {
            await Writer.DeleteAsync(session, uid, cancellationToken);
        }
    }
}
