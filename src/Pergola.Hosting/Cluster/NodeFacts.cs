using System.Diagnostics;
using System.Text.Json;

namespace Pergola.Hosting.Cluster;

/// <summary>What a node tells of itself with each look.</summary>
internal static class NodeFacts
{
    public static string Now() =>
        JsonSerializer.Serialize(
            new { memory = Environment.WorkingSet, startedAt = Process.GetCurrentProcess().StartTime.ToUniversalTime() }
        );
}
