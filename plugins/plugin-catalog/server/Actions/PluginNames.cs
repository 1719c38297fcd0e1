using System.Text.RegularExpressions;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary>The plugins a request is about.</summary>
internal static partial class PluginNames
{
    private const int MaxNames = 200;

    /// <summary>Names in <c>filterByTk</c>: one, several with commas between, or a list.</summary>
    /// <exception cref="BadRequestException">There is none, or one is no name.</exception>
    public static IReadOnlyList<string> Of(ActionContext context)
    {
        string[] names =
        [
            .. (context.Params.FilterByTks ?? [])
                .SelectMany(key => key.ToString().Split(','))
                .Select(name => name.Trim()),
        ];
        return names.Length is > 0 and <= MaxNames && names.All(IsName) ? names : throw Invalid();
    }

    public static BadRequestException Invalid() => new("plugin name invalid", field: "filterByTk");

    private static bool IsName(string name) =>
        !name.Contains("..", StringComparison.Ordinal) && Pattern().IsMatch(name);

    [GeneratedRegex(@"^(@[a-z0-9][a-z0-9._\-]{0,60}/)?[A-Za-z0-9][A-Za-z0-9._\-]{0,120}\z", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
