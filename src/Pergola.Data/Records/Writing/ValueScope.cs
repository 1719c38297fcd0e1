using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>Where in nested values a write is, and what it may take there.</summary>
internal sealed record ValueScope(WriteOptions Options, bool IsUpdate)
{
    private string Path { get; init; } = string.Empty;

    private IReadOnlyList<string>? Whitelist { get; init; } = Options.Whitelist;

    private IReadOnlyList<string> Blacklist { get; init; } = Options.Blacklist;

    /// <summary>Relation that led here; its other side is not followed back.</summary>
    private Relation? CameBy { get; init; }

    /// <summary>Own columns taken, null for all.</summary>
    public IReadOnlyList<ColumnField>? OnlyColumns { get; init; }

    /// <summary>Whether linked targets appear whole in the response, as they do below an updated target.</summary>
    public bool ShowsWholeTargets { get; init; }

    /// <summary>Whether existing targets of the relation are updated with the given properties.</summary>
    public bool UpdatesTargets(Relation relation) =>
        Options.UpdateAssociationValues.Contains(Path + relation.Name, StringComparer.Ordinal);

    public bool Allows(Field field) =>
        field is Relation relation
            ? AllowsName(field.Name) && !IsInverse(relation) && !IsUserStamp(relation)
            : AllowsName(field.Name) && (OnlyColumns is null || OnlyColumns.Contains(field));

    /// <summary>The scope of values nested under a relation, or under the name of its through collection.</summary>
    public ValueScope Into(string name, Relation? cameBy = null) =>
        this with
        {
            Path = Path + name + ".",
            Whitelist =
                Whitelist is null || Whitelist.Contains(name, StringComparer.Ordinal) ? null : Below(Whitelist, name),
            Blacklist = Below(Blacklist, name),
            CameBy = cameBy,
            OnlyColumns = null,
            ShowsWholeTargets = false,
        };

    private bool AllowsName(string name) =>
        !Blacklist.Contains(name, StringComparer.Ordinal)
        && (
            Whitelist is null
            || Whitelist.Any(entry =>
                entry == name || (entry.StartsWith(name, StringComparison.Ordinal) && entry[name.Length] == '.')
            )
        );

    private bool IsInverse(Relation relation) =>
        (CameBy, relation) switch
        {
            (BelongsTo came, HasOne back) => back.ForeignKey == came.ForeignKey,
            (BelongsTo came, HasMany back) => back.ForeignKey == came.ForeignKey,
            (HasOne came, BelongsTo back) => back.ForeignKey == came.ForeignKey,
            (HasMany came, BelongsTo back) => back.ForeignKey == came.ForeignKey,
            (BelongsToMany came, BelongsToMany back) => back.ForeignKey == came.OtherKey
                && back.OtherKey == came.ForeignKey,
            _ => false,
        };

    /// <summary>Who created or changed a record is not the client's to say.</summary>
    private bool IsUserStamp(Relation relation) =>
        !Options.IsInternal
        && relation is BelongsTo { ForeignKey.Role: FieldRole.CreatedById or FieldRole.UpdatedById };

    private static List<string> Below(IReadOnlyList<string> entries, string name) =>
        [
            .. entries
                .Where(e =>
                    e.Length > name.Length && e[name.Length] == '.' && e.StartsWith(name, StringComparison.Ordinal)
                )
                .Select(e => e[(name.Length + 1)..]),
        ];
}
