namespace Pergola.App.Plugins.Installed;

/// <summary>Where the code of a plugin comes from.</summary>
public enum PluginOrigin
{
    /// <summary>With the product.</summary>
    BuiltIn,

    /// <summary>From a package that was installed.</summary>
    Package,

    /// <summary>From the build output of somebody who writes it.</summary>
    Development,

    /// <summary>Left by NocoBase, whose plugins do not run here.</summary>
    Node,
}

/// <summary>A plugin that this process knows more of than its name.</summary>
public sealed record PluginEntry
{
    public required string Name { get; init; }

    public required string PackageName { get; init; }

    public required string Version { get; init; }

    public required PluginOrigin Origin { get; init; }

    /// <summary>Names of the plugins it needs.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Further names of NocoBase whose work it does.</summary>
    public IReadOnlyList<string> Provides { get; init; } = [];

    /// <summary>Whether the product does not work without it, so that it cannot be switched off.</summary>
    public bool IsEssential { get; init; }

    /// <summary>Whether it is on where nobody has said otherwise.</summary>
    public bool StartsEnabled { get; init; }

    /// <summary>English title, the key of its translations; null to be shown by its name.</summary>
    public string? Title { get; init; }

    /// <summary>English description, the key of its translations.</summary>
    public string? Description { get; init; }

    public string? Authors { get; init; }

    public string? Homepage { get; init; }

    /// <summary>Whether it has a module for the web client.</summary>
    public bool HasWebPart { get; init; }

    /// <summary>SHA-512 of the package file, base64.</summary>
    public string? Hash { get; init; }

    /// <summary>Why it is not running although it is switched on; null when it is.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it is on in an installation with these states.</summary>
    public bool IsOn(PluginStates states) => IsEssential || (states.Find(Name)?.Enabled ?? StartsEnabled);
}
