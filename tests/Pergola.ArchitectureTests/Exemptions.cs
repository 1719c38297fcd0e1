namespace Pergola.ArchitectureTests;

/// <summary>A place where a rule does not hold, and why that is right.</summary>
internal sealed record Exemption(string Rule, string Path, string Reason);

internal static class Exemptions
{
    public static IReadOnlyList<Exemption> All { get; } = [];
}
