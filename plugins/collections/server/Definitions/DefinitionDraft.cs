namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// Every stored collection while a change is being prepared: changed in memory, then written as rows and built into a
/// snapshot in one go.
/// </summary>
internal sealed class DefinitionDraft(long revision, IReadOnlyList<DraftCollection> stored)
{
    public long Revision { get; } = revision;

    public List<DraftCollection> Collections { get; } = [.. stored];

    /// <summary>What was stored before the change.</summary>
    public IReadOnlyList<DraftCollection> Before { get; } = stored;

    /// <summary>Fields that were stored before the change.</summary>
    public IReadOnlyList<DraftField> FieldsBefore { get; } = [.. stored.SelectMany(c => c.Fields)];

    public DraftCollection? Find(string name) => Collections.FirstOrDefault(c => c.Name == name);

    public DraftField? FindByKey(string? key) =>
        key is null ? null : Collections.SelectMany(c => c.Fields).FirstOrDefault(f => f.Key == key);

    public long NextSort() => Collections.Count == 0 ? 1 : Collections.Max(c => c.Sort) + 1;
}
