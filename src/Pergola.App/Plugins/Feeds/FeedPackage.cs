namespace Pergola.App.Plugins.Feeds;

/// <summary>A package as a feed lists it.</summary>
/// <param name="Id">Id of the package.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Authors">Who wrote it.</param>
public sealed record FeedPackage(string Id, string Version, string Title, string Description, string Authors);
