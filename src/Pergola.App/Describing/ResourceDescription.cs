namespace Pergola.App.Describing;

/// <summary>What a plugin says of the actions it gives to a resource.</summary>
/// <param name="Plugin">Name of the plugin.</param>
/// <param name="Resource">Name of the resource, <c>*</c> for every collection.</param>
/// <param name="Summary">What the resource is about; empty where another plugin says it.</param>
/// <param name="Actions">Its actions.</param>
public sealed record ResourceDescription(
    string Plugin,
    string Resource,
    string Summary,
    IReadOnlyList<ActionDescription> Actions
);
