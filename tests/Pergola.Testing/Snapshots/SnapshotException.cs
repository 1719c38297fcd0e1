namespace Pergola.Testing.Snapshots;

/// <summary>A text is not what its snapshot says; fails the test that compared them.</summary>
public sealed class SnapshotException(string message) : Exception(message);
