namespace Pergola.App.Localization;

/// <summary>A translation somebody made in the app; it goes before the one that came with the product.</summary>
public sealed record PublishedText(string Locale, string Namespace, string Text, string Translation);
