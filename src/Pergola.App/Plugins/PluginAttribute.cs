namespace Pergola.App.Plugins;

/// <summary>Name of a plugin, the plugins it needs, which are configured before it, and how it is shown.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public string[] DependsOn { get; init; } = [];

    /// <summary>English title, the key of its translations.</summary>
    public string? Title { get; init; }

    /// <summary>English sentence on what it is for, the key of its translations.</summary>
    public string? Description { get; init; }

    /// <summary>Further plugins of NocoBase whose work it does, by their names.</summary>
    public string[] Provides { get; init; } = [];

    /// <summary>Whether the product does not work without it; counts for plugins that come with it.</summary>
    public bool IsEssential { get; init; }

    /// <summary>Whether an installation begins with it switched on; counts for plugins that come with the product.</summary>
    public bool StartsEnabled { get; init; } = true;
}
