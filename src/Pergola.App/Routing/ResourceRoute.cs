namespace Pergola.App.Routing;

/// <summary>What a path names. Texts are percent-decoded.</summary>
/// <param name="Resource">Collection or plugin resource.</param>
/// <param name="SourceKey">Key of the source record of an association, as text; may hold a JSON object.</param>
/// <param name="Association">Name of the association, null when the resource itself is addressed.</param>
/// <param name="Action">Action name, given or derived from the method.</param>
/// <param name="Key">Record key from the path; it counts as <c>filterByTk</c>.</param>
public sealed record ResourceRoute(string Resource, string? SourceKey, string? Association, string Action, string? Key)
{
    /// <summary>Source key that stands for no source: the target collection as a whole.</summary>
    public const string AnySource = "_";

    /// <summary>The form of permissions and messages: <c>R</c> or <c>R.A</c>.</summary>
    public string ResourceName { get; } = Association is null ? Resource : Resource + "." + Association;
}
