using Pergola.Testing;
using Xunit;

namespace Pergola.ConformanceTests.Properties;

/// <summary>The seeds of a run: fixed ones, and one that nobody has tried before.</summary>
internal static class Seeds
{
    private static readonly int Fresh = Announce(Random.Shared.Next(1_000, int.MaxValue));

    public static TheoryData<int> All { get; } = [1, 2, Fresh];

    /// <summary>How many examples a property runs.</summary>
    public static int Count(int sample) => TestEnvironment.IsFull ? sample * 25 : sample;

    private static int Announce(int seed)
    {
        Console.WriteLine($"note: seed {seed}");
        return seed;
    }
}
