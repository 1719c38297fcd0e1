namespace Pergola.Core.Cluster.WorkerIds;

/// <summary>A worker number for a range of seconds.</summary>
/// <param name="Slot">0 to 255.</param>
/// <param name="Holder">Tells two holders of one number apart.</param>
/// <param name="From">First second (Unix time).</param>
/// <param name="Until">Second after the last (Unix time).</param>
/// <param name="Now">What the clock of the cluster said when the lease was given or renewed.</param>
public sealed record WorkerLease(int Slot, string Holder, long From, long Until, DateTimeOffset Now);
