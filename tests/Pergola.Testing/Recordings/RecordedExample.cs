using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pergola.Testing.Recordings;

/// <summary>A request, the answer NocoBase gave, and how closely an answer has to match it.</summary>
public sealed record RecordedExample
{
    public required string Id { get; init; }

    public string Title { get; init; } = "";

    public IReadOnlyList<RecordedRequest> Before { get; init; } = [];

    public required RecordedRequest Request { get; init; }

    public required RecordedResponse Response { get; init; }

    /// <summary>Keys not compared at any depth; <c>*</c>: only recorded keys are compared.</summary>
    public IReadOnlyList<string> IgnoreKeys { get; init; } = [];

    /// <summary>Elements of arrays may come in any order.</summary>
    public bool AnyOrder { get; init; }

    /// <summary>Arrays may hold further elements, in any order.</summary>
    public bool Contains { get; init; }

    /// <summary>What is wrong with the recorded answer.</summary>
    public string? Defect { get; init; }

    /// <summary>A clear refusal is as good as the recorded answer.</summary>
    [JsonIgnore]
    public bool IsDefect => Response.Status >= 500 || !string.IsNullOrEmpty(Defect);
}

public sealed record RecordedRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public JsonElement? Query { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonElement? Body { get; init; }

    /// <summary>A body sent as it is, without being JSON.</summary>
    public string? RawBody { get; init; }

    /// <summary>Name → dotted path in the answer, for requests that prepare.</summary>
    public IReadOnlyDictionary<string, string> Bind { get; init; } = new Dictionary<string, string>();
}

public sealed record RecordedResponse
{
    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public JsonElement Body { get; init; }
}
