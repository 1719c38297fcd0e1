using Pergola.Data.Fields.Computed;
using Pergola.Data.Fields.Computed.Sequences;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Computed;

/// <summary>A sequence field and how its text is made.</summary>
internal sealed class SequenceColumn(ColumnField column)
{
    private readonly Lazy<SequencePatterns> _patterns = new(() => SequencePatterns.Parse(column.Definition));

    public ColumnField Column { get; } = column;

    /// <exception cref="Core.Errors.ValidationException">The stored definition makes no sense.</exception>
    public SequencePatterns Patterns => _patterns.Value;

    /// <summary>Whether a value that is given is taken.</summary>
    public bool IsInputable { get; } = column.Definition.Flag("inputable") ?? false;

    /// <summary>Whether a value that is given has to fit the patterns.</summary>
    public bool Matches { get; } = column.Definition.Flag("match") ?? false;

    public static IReadOnlyList<SequenceColumn> Of(Collection collection) =>
        [.. collection.Columns.Where(c => c.Type is SequenceField).Select(c => new SequenceColumn(c))];
}
