using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>The elements that one source brings for a to-many association.</summary>
internal sealed class ElementList(RecordDraft source, IReadOnlyList<Element> elements, bool isShown)
{
    public RecordDraft Source { get; } = source;

    public IReadOnlyList<Element> Elements { get; } = elements;

    /// <summary>Reads null, one key, one object, or an array of keys and objects; null elements are skipped.</summary>
    public static ElementList Read(AssociationInput input, Relation relation, ColumnField key, ValueContext values)
    {
        var (source, value) = input;
        Element ReadOne(JsonElement element) => Element.Read(source, element, relation, key, values);
        return value.ValueKind switch
        {
            JsonValueKind.Null => new ElementList(source, [], isShown: true),
            JsonValueKind.Array => new ElementList(
                source,
                [.. value.EnumerateArray().Where(e => e.ValueKind != JsonValueKind.Null).Select(ReadOne)],
                isShown: true
            ),
            JsonValueKind.Object => new ElementList(source, [ReadOne(value)], isShown: true),
            // Recorded: a bare key instead of a list is obeyed but not mentioned in the response.
            _ => new ElementList(source, [ReadOne(value)], isShown: false),
        };
    }

    /// <summary>Adds the association to the response: bare keys first, then linked objects, then new targets.</summary>
    public void AddResult(Relation relation, ColumnField key)
    {
        if (!isShown)
        {
            return;
        }

        var known = Elements.Where(e => e.Row is not null).DistinctBy(e => e.Row).OrderBy(Rank);
        Source.Show(relation, [.. known.Select(e => TargetWriter.ToResult(e, key))]);
    }

    private static int Rank(Element element) =>
        element switch
        {
            { IsObject: false } => 0,
            { IsNew: false } => 1,
            _ => 2,
        };
}
