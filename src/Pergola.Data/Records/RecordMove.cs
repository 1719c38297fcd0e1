using System.Text.Json;

namespace Pergola.Data.Records;

/// <summary>Where a record goes in a sorted list.</summary>
public sealed record RecordMove(RecordKey Source)
{
    /// <summary>Sort field; the collection's <c>sort</c> unless named.</summary>
    public string SortField { get; init; } = "sort";

    /// <summary>Record whose place it takes.</summary>
    public RecordKey? Target { get; init; }

    /// <summary>Value of the scope field it goes to the end of; undefined when not given.</summary>
    public JsonElement TargetScope { get; init; }

    /// <summary>Behind the target instead of in its place.</summary>
    public bool InsertAfter { get; init; }

    /// <summary>With a target scope: to its top instead of its end.</summary>
    public bool Prepend { get; init; }

    /// <summary>To the top.</summary>
    public bool Sticky { get; init; }

    /// <summary>Whether it must stay among the records it is sorted with.</summary>
    public bool KeepsScope { get; init; }
}
