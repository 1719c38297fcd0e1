using Pergola.App.Records;

namespace Acme.Sample;

/// <summary>A record. Each property is a field of the collection; new ones become columns when the plugin is updated.</summary>
[Collection(Collection, Title = "SampleType", TitleField = nameof(Title))]
public sealed record Entry
{
    public const string Collection = "sample_entries";

    public long Id { get; init; }

    [Field(Title = "Title")]
    public string Title { get; init; } = "";

    /// <summary>Null for an entry that was made without saying so, as any field may be.</summary>
    [Field(Title = "Done")]
    public bool? Done { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}
