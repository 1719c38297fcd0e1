namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>A place beside or in a node, in the words of <c>insertAdjacent</c>.</summary>
internal sealed record SchemaPosition(bool IsInside, bool IsFirst)
{
    public static readonly IReadOnlyList<string> Names = ["beforeBegin", "afterBegin", "beforeEnd", "afterEnd"];

    public static SchemaPosition Parse(string? name) =>
        name switch
        {
            "beforeBegin" => new(IsInside: false, IsFirst: true),
            "afterBegin" => new(IsInside: true, IsFirst: true),
            null or "" or "beforeEnd" => new(IsInside: true, IsFirst: false),
            "afterEnd" => new(IsInside: false, IsFirst: false),
            _ => throw SchemaFaults.Position(),
        };
}
