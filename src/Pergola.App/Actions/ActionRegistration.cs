namespace Pergola.App.Actions;

/// <summary>An action of a resource; resource <c>*</c> gives it to every collection.</summary>
public sealed record ActionRegistration(string Resource, string Action, Type Type);
