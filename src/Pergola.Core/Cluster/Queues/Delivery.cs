namespace Pergola.Core.Cluster.Queues;

/// <summary>A message as somebody received it.</summary>
/// <param name="Channel">Where it was published.</param>
/// <param name="Id">Its id, the same each time it is delivered.</param>
/// <param name="Receipt">Proves that this delivery is the last one.</param>
/// <param name="Body">What was published.</param>
/// <param name="Failures">How often it has failed before.</param>
public sealed record Delivery(string Channel, string Id, string Receipt, ReadOnlyMemory<byte> Body, int Failures);
