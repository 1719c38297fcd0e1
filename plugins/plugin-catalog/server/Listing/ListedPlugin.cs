using Pergola.App.Plugins.Installed;

namespace Pergola.Plugins.PluginCatalog.Listing;

/// <summary>How far a plugin is there.</summary>
internal enum Presence
{
    /// <summary>Can be switched.</summary>
    Switchable,

    /// <summary>A part of the product.</summary>
    AlwaysOn,

    /// <summary>Known by name only; what an installation says of it is kept for NocoBase.</summary>
    NameOnly,
}

/// <summary>A plugin as it is listed, in the language of the request.</summary>
internal sealed record ListedPlugin
{
    public required string Name { get; init; }

    public required string PackageName { get; init; }

    public required string Version { get; init; }

    public required bool Enabled { get; init; }

    public required bool Installed { get; init; }

    /// <summary>Null where an installation did not begin with it and nobody said otherwise.</summary>
    public required bool? BuiltIn { get; init; }

    public required Presence Presence { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public required string Keyword { get; init; }

    /// <summary>Null for what is known by name only.</summary>
    public PluginEntry? Entry { get; init; }

    /// <summary>Names of the plugins it needs.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public bool Deprecated { get; init; }

    /// <summary>Whether its files can be removed.</summary>
    public bool Removable => Entry?.Origin == PluginOrigin.Package;
}
