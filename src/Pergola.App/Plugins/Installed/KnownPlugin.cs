namespace Pergola.App.Plugins.Installed;

/// <summary>
/// A plugin of NocoBase by its name (source: the packages of a default installation of 2.2.15). Databases hold these names,
/// scripts switch them, so they mean the same here.
/// </summary>
public sealed record KnownPlugin
{
    private const string Prefix = "@nocobase/plugin-";

    /// <summary>Short name, such as <c>acl</c>.</summary>
    public required string Name { get; init; }

    /// <summary>English title.</summary>
    public required string Title { get; init; }

    /// <summary>The group it is shown in.</summary>
    public required string Keyword { get; init; }

    /// <summary>Names of the plugins it needs there.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Whether an installation begins with it switched on.</summary>
    public bool BuiltIn { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>Whether it connects nodes, which is a part of the product here.</summary>
    public bool Adapter { get; init; }

    public string PackageName => Prefix + Name;
}
