namespace Pergola.App.Actions;

/// <summary>Marks an action that changes nothing. Whatever is not marked counts as a change.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReadsAttribute : Attribute;
