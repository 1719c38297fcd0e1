using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pergola.Testing.Recordings;

/// <summary>One file of recorded exchanges: requests that prepare, the examples in order, requests that clean up.</summary>
public sealed record ReplayFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    [JsonIgnore]
    public string Name { get; init; } = "";

    public IReadOnlyList<RecordedRequest> Setup { get; init; } = [];

    public IReadOnlyList<RecordedRequest> Teardown { get; init; } = [];

    public required IReadOnlyList<RecordedExample> Examples { get; init; }

    public static ReplayFile Read(string path) =>
        JsonSerializer.Deserialize<ReplayFile>(File.ReadAllBytes(path), Format)! with
        {
            Name = Path.GetFileNameWithoutExtension(path),
        };
}
