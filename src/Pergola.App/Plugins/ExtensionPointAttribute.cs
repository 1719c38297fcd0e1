namespace Pergola.App.Plugins;

/// <summary>Marks an interface that plugins implement.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ExtensionPointAttribute : Attribute;
