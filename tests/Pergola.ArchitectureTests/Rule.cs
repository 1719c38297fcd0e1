using Xunit;

namespace Pergola.ArchitectureTests;

/// <summary>A place that breaks a rule.</summary>
internal sealed record Violation(string Path, string What)
{
    public override string ToString() => $"{Path}: {What}";
}

internal static class Rule
{
    /// <summary>Fails for every violation without an exemption, and for every exemption that nothing needs any more.</summary>
    public static void Holds(string rule, IEnumerable<Violation> violations)
    {
        var exempt = Exemptions.All.Where(exemption => exemption.Rule == rule).Select(e => e.Path).ToHashSet();
        var found = violations.ToList();
        var problems = found
            .Where(violation => !exempt.Contains(violation.Path))
            .Select(violation => violation.ToString())
            .Concat(
                exempt.Except(found.Select(violation => violation.Path)).Select(path => $"{path}: needs no exemption")
            )
            .ToList();

        Assert.True(problems.Count == 0, $"{rule}:\n  {string.Join("\n  ", problems)}");
    }
}
