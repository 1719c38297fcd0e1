namespace Pergola.Server.WebClient;

/// <summary>One file of the built client with its compressed twins.</summary>
internal sealed record ClientFile(string Path, string ContentType, bool IsHashed, bool HasBrotli, bool HasGzip);
