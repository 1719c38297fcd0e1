using System.Text.Json;

namespace Pergola.Data.Records.Trees;

/// <summary>A stored node of a forest.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Document">Its own content.</param>
/// <param name="Parent">Key of the node it is below, null for a root.</param>
/// <param name="Slot">Which of the lists of its parent it is in.</param>
/// <param name="IsAsync">Whether it is left out of a tree unless it is asked for.</param>
/// <param name="Sort">Place among the nodes of its slot; null for a root.</param>
/// <param name="Depth">Levels below the node that was read from.</param>
public sealed record ClosureNode(
    string Key,
    string? Name,
    JsonElement Document,
    string? Parent,
    string? Slot,
    bool IsAsync,
    int? Sort,
    int Depth
);

/// <summary>A node to be stored; one that is below another new one comes after it.</summary>
public sealed record NewClosureNode(
    string Key,
    string? Name,
    string Document,
    string? Parent = null,
    string? Slot = null,
    bool IsAsync = false
);
