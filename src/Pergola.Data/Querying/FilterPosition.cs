using System.Globalization;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>How far a path in a filter has led: over relations, to a column, into its document.</summary>
internal sealed record FilterPosition(
    IReadOnlyList<Relation> Relations,
    Collection Owner,
    ColumnField? Field,
    IReadOnlyList<string> Document
)
{
    private const string Parameter = "filter";

    /// <summary>More names in one path are no honest question, and cost time that grows with their square.</summary>
    private const int MaxLength = 64;

    public static FilterPosition At(Collection collection) => new([], collection, null, []);

    /// <exception cref="BadRequestException">There is no such name here.</exception>
    public FilterPosition Step(string segment)
    {
        if (Relations.Count + Document.Count >= MaxLength)
        {
            throw new BadRequestException(
                "A path in a filter may have at most {limit} names",
                [("limit", MaxLength.ToString(CultureInfo.InvariantCulture))],
                Parameter
            );
        }

        if (Field is { } field)
        {
            ScalarText.Check(segment, ToString());
            return field.ColumnType.Kind is ColumnKind.Json or ColumnKind.JsonBinary
                ? this with
                {
                    Document = [.. Document, segment],
                }
                : throw QueryNames.UnknownField(Owner, $"{field.Name}.{segment}", Parameter);
        }

        if (Owner.TryGetRelation(segment, out var relation))
        {
            return this with { Relations = [.. Relations, relation], Owner = relation.Target };
        }

        if (Owner.TryGetColumn(segment, out var column))
        {
            return this with { Field = column };
        }

        throw QueryNames.UnknownField(Owner, segment, Parameter);
    }

    /// <summary>As it was written, for messages.</summary>
    public override string ToString()
    {
        var names = Relations.Select(r => r.Name);
        return string.Join('.', (Field is null ? names : names.Append(Field.Name)).Concat(Document));
    }
}
