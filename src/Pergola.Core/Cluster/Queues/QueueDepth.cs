namespace Pergola.Core.Cluster.Queues;

/// <summary>How many messages of a channel wait, wait for their time, are being worked on, and have failed for good.</summary>
public sealed record QueueDepth(long Ready, long Delayed, long InFlight, long Dead);
