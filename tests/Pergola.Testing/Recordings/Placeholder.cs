using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Pergola.Testing.Recordings;

/// <summary>
/// A mark such as <c>&lt;timestamp&gt;</c>, <c>&lt;id:ann&gt;</c> or <c>&lt;id:ann|text&gt;</c> in a recorded text: a value that
/// differs from run to run. With a name after the kind it is bound when first seen and equal afterwards.
/// </summary>
internal readonly partial record struct Placeholder(string Name, bool AsText, int Start, int Length)
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["id"] = @"\d+",
        ["snowflake"] = @"\d{13,16}",
        ["timestamp"] = @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
        ["month"] = @"\d{4}-\d\d",
        ["uid"] = "[a-z0-9]{11}",
        ["uuid"] = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        ["nanoid"] = @"[\w-]{12}",
        ["any"] = ".+",
    }.ToFrozenDictionary();

    public bool IsNamed => Name.Contains(':');

    /// <summary>Values of this kind are JSON numbers, not texts.</summary>
    public bool IsNumber => Kind is "id" or "snowflake";

    /// <summary>What a value of this kind looks like, or null when there is no such kind.</summary>
    public string? Pattern => Kinds.GetValueOrDefault(Kind);

    private string Kind => Name.Split(':')[0];

    public static IReadOnlyList<Placeholder> In(string text) =>
        text.Contains('<')
            ?
            [
                .. Mark()
                    .Matches(text)
                    .Select(m => new Placeholder(m.Groups[1].Value, m.Groups[2].Success, m.Index, m.Length)),
            ]
            : [];

    [GeneratedRegex(@"<([a-z]\w*(?::\w+)?)(\|text)?>", RegexOptions.IgnoreCase | RegexOptions.ECMAScript)]
    private static partial Regex Mark();
}
