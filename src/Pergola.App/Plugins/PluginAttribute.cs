namespace Pergola.App.Plugins;

/// <summary>Name of a plugin and the plugins it needs, which are configured before it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PluginAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public string[] DependsOn { get; init; } = [];
}
