using Pergola.Testing.Servers;

namespace Pergola.ConformanceTests.BadInput;

/// <summary>A request that must be refused and change nothing.</summary>
/// <param name="Name">What is wrong with it; the name of the test.</param>
/// <param name="Request">What is sent.</param>
/// <param name="Named">What the message must name: the field, parameter or name at fault; null when nothing is.</param>
internal sealed record BadRequest(string Name, ApiRequest Request, string? Named = null)
{
    /// <summary>The status expected, or null for any 4xx.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the answer is the plain text of a resource or action that does not exist.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether the answer has no body.</summary>
    public bool IsBare { get; init; }

    public static BadRequest Get(string name, string target, string? named = null) =>
        new(name, new ApiRequest("GET", target), named);

    public static BadRequest Post(string name, string target, string body, string? named = null) =>
        new(name, new ApiRequest("POST", target) { Body = body }, named);

    /// <summary>A list of <c>bad_things</c> with one parameter.</summary>
    public static BadRequest List(string parameter, string value, string? named = null) =>
        Get($"{parameter} {Short(value)}", "bad_things:list" + ApiClient.Query((parameter, value)), named);

    /// <summary>A list of <c>bad_things</c> with a filter.</summary>
    public static BadRequest Filter(string filter, string? named = null) => List("filter", filter, named);

    public static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…" + text.Length;
}
