namespace Pergola.ConformanceTests.Properties;

/// <summary>Random choices that a seed repeats.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public int Between(int low, int high) => _random.Next(low, high + 1);

    public bool Percent(int percent) => _random.Next(100) < percent;

    public long Any64() => _random.NextInt64(long.MinValue, long.MaxValue);

    public T Of<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public IReadOnlyList<T> Several<T>(int most, Func<T> make) =>
        [.. Enumerable.Range(0, Below(most + 1)).Select(_ => make())];
}
