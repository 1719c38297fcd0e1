using System.Text.Json;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>One record on its way into the database: what was given, then what was written.</summary>
internal sealed class RecordDraft(WritePlan plan, ValueScope scope)
{
    private StoredRow? _row;

    public WritePlan Plan { get; } = plan;

    public ValueScope Scope { get; } = scope;

    /// <summary>Parsed values by column.</summary>
    public Dictionary<ColumnField, object?> Values { get; } = [];

    /// <summary>Values the response repeats as they were given.</summary>
    public Dictionary<ColumnField, JsonElement> Echoes { get; } = [];

    /// <summary>Values of virtual fields, which the response repeats.</summary>
    public List<JsonProperty> Virtuals { get; } = [];

    /// <summary>A column the response leaves out.</summary>
    public ColumnField? Omitted { get; set; }

    /// <summary>Nested values by relation.</summary>
    public Dictionary<Relation, JsonElement> Associations { get; } = [];

    /// <summary>What became of the nested values, for the response.</summary>
    public List<AssociationResult> Results { get; } = [];

    /// <summary>Whether the record is new under a key nobody can have referenced before.</summary>
    public bool IsFresh { get; set; }

    /// <summary>The row after the write.</summary>
    public StoredRow Row
    {
        get => _row ?? throw new InvalidOperationException("The record has not been written yet.");
        set => _row = value;
    }

    /// <summary>Has the response say what became of an association.</summary>
    public void Show(Relation relation, IReadOnlyList<ITargetResult>? targets)
    {
        if (!relation.Hidden)
        {
            Results.Add(new AssociationResult(relation.JsonName, relation.IsToMany, targets));
        }
    }

    public WrittenRecord ToWritten() => new(Row, this);
}
