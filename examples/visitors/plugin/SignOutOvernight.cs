using Pergola.App.Jobs;
using Pergola.App.Records;

namespace Acme.Visitors;

/// <summary>Signs out who forgot to, so that the house is not thought to be full.</summary>
public sealed class SignOutOvernight(RecordSets records, VisitorsOptions options, TimeProvider clock) : IScheduledWork
{
    public async Task RunAsync(CancellationToken stopping)
    {
        var visitors = records.Of<Visitor>();
        var now = clock.GetUtcNow();
        foreach (var visitor in await visitors.ListAsync(new { leftAt = (string?)null }, stopping))
        {
            if (IsOver(visitor, options, now))
            {
                await visitors.UpdateAsync(visitor.Id, new { leftAt = now }, stopping);
            }
        }
    }

    public static bool IsOver(Visitor visitor, VisitorsOptions options, DateTimeOffset now) =>
        visitor is { LeftAt: null, CreatedAt: { } came } && now - came > TimeSpan.FromHours(options.LongestVisit);
}
