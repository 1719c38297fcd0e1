namespace Pergola.App.Acl.Rules;

/// <summary>Named bundles of actions (<c>users:*</c>) that roles are given as a whole.</summary>
public sealed class SnippetList(IEnumerable<Snippet> snippets)
{
    private readonly Snippet[] _snippets = [.. snippets];

    /// <summary>Names of the snippets that contain an action.</summary>
    public IReadOnlyList<string> Containing(string resource, string action)
    {
        var text = $"{resource}:{action}";
        return [.. _snippets.Where(s => s.Actions.Any(a => Glob.Matches(a, text))).Select(s => s.Name)];
    }
}

/// <param name="Name">Name that roles refer to, without stars.</param>
/// <param name="Actions">Patterns of <c>resource:action</c>.</param>
public sealed record Snippet(string Name, IReadOnlyList<string> Actions);
