namespace Pergola.Core.Cluster.PubSub;

/// <summary>A message as it arrived.</summary>
/// <param name="Channel">Where it was published.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="IsOwn">Whether that was this node.</param>
/// <param name="Body">What was published.</param>
public sealed record PubSubMessage(string Channel, string Publisher, bool IsOwn, ReadOnlyMemory<byte> Body);
