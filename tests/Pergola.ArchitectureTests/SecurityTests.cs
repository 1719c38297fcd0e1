using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.ArchitectureTests.Sources;
using Pergola.Testing;
using Xunit;

namespace Pergola.ArchitectureTests;

/// <summary>What keeps the server from doing harm, as far as the sources tell; and that the page about it is true.</summary>
[Trait("ASVS", "V1")]
public sealed partial class SecurityTests
{
    private const string Page = "docs/reference/security.md";

    /// <summary>Who may call other servers: nobody yet. A place that comes to it guards against addresses of the inside.</summary>
    [Fact]
    public void Nothing_calls_other_servers() => NotInProduct("Nothing calls other servers", Outgoing());

    [Fact]
    public void Nothing_starts_programs_or_reads_types_out_of_data() =>
        NotInProduct("Nothing starts programs or reads types out of data", Dangerous());

    [Fact]
    public void Hashes_and_ciphers_are_not_the_broken_ones() =>
        NotInProduct("Hashes and ciphers are not the broken ones", Broken());

    /// <summary>Every version is written down with the hash of what was downloaded.</summary>
    [Fact]
    public void Packages_are_pinned()
    {
        var locks = SourceTree.Files.Where(path => path.EndsWith("/packages.lock.json", StringComparison.Ordinal));
        // What strangers write restores the contract, which is packed anew each time: exact versions, and no hashes of those.
        var projects = SourceTree
            .Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .ToLookup(path =>
                path.StartsWith("templates/", StringComparison.Ordinal)
                || path.StartsWith("examples/visitors/", StringComparison.Ordinal)
            );
        var strangers = projects[true].SelectMany(path => Reference().Matches(SourceTree.Read(path))).ToList();
        Assert.NotEmpty(strangers);
        Assert.All(
            strangers.Select(m => m.Value),
            text => Assert.Matches(@"\sVersion=""(\d+\.\d+\.\d+[\w.-]*|\$\(PergolaVersion\))""", text)
        );
        Assert.Equal(
            projects[false].Select(path => Path.GetDirectoryName(path)).Order(),
            locks.Select(path => Path.GetDirectoryName(path)).Order()
        );
        var versions = Version().Matches(SourceTree.Read("Directory.Packages.props")).Select(m => m.Groups[1].Value);
        Assert.All(versions, version => Assert.Matches(@"^\d+\.\d+\.\d+[\w.-]*$", version));
        foreach (var manifest in SourceTree.Files.Where(path => Path.GetFileName(path) == "package.json"))
        {
            var wanted = Wanted(JsonElement.Parse(SourceTree.Read(manifest)));
            Assert.All(wanted, version => Assert.Matches(@"^(\d+\.\d+\.\d+[\w.-]*|\*)$", version));
        }

        var entries = JsonElement.Parse(SourceTree.Read("package-lock.json")).GetProperty("packages").EnumerateObject();
        Assert.All(
            entries.Where(e => e.Name.StartsWith("node_modules/", StringComparison.Ordinal) && !IsOwn(e.Value)),
            entry => Assert.StartsWith("sha512-", entry.Value.GetProperty("integrity").GetString())
        );
    }

    [Fact]
    public void Every_test_the_page_names_is_there_and_run_with_the_others()
    {
        var named = Named().Matches(SourceTree.Read(Page)).ToList();
        Assert.NotEmpty(named);
        Rule.Holds(
            "Every test the page names is there and run with the others",
            from match in named
            let path = Path.GetRelativePath(
                RepositoryRoot.Path,
                Path.GetFullPath(match.Groups["path"].Value, Path.GetDirectoryName(RepositoryRoot.Combine(Page))!)
            )
            let problem = ProblemOf(path, match.Groups["test"].Value)
            where problem is not null
            select new Violation(Page, $"{match.Value}: {problem}")
        );
    }

    private static string? ProblemOf(string path, string test)
    {
        if (!SourceTree.Files.Contains(path))
        {
            return "no such file";
        }

        var text = SourceTree.Read(path);
        var method = test.Split('.')[^1];
        if (!path.EndsWith(".cs", StringComparison.Ordinal))
        {
            return text.Contains(test, StringComparison.Ordinal) ? null : "no such test";
        }

        return !text.Contains($" {method}(", StringComparison.Ordinal) ? "no such method"
            : !text.Contains("[Trait(\"ASVS\", ", StringComparison.Ordinal) ? "its class has no trait ASVS"
            : null;
    }

    /// <summary>Packages of this repository want each other as they are.</summary>
    private static IEnumerable<string> Wanted(JsonElement manifest) =>
        from kind in new[] { "dependencies", "devDependencies" }
        where manifest.TryGetProperty(kind, out _)
        from package in manifest.GetProperty(kind).EnumerateObject()
        select package.Value.GetString()!;

    private static bool IsOwn(JsonElement package) => package.TryGetProperty("link", out _);

    private static void NotInProduct(string rule, Regex pattern) =>
        Rule.Holds(
            rule,
            from file in SourceTree.Product
            from match in pattern.Matches(file.Code)
            select new Violation(file.Path, $"line {file.LineAt(match.Index)}: {match.Value}")
        );

    [GeneratedRegex(@"\b(HttpClient|IHttpClientFactory|WebRequest|TcpClient|UdpClient|SmtpClient)\b")]
    private static partial Regex Outgoing();

    [GeneratedRegex(
        @"\b(Process\.Start|ProcessStartInfo|BinaryFormatter|Assembly\.Load\w*|Activator\.CreateInstance|XmlDocument|XmlReader)\b"
    )]
    private static partial Regex Dangerous();

    [GeneratedRegex(@"\b(MD5|SHA1|DES|TripleDES|RC2|ECB)\b")]
    private static partial Regex Broken();

    [GeneratedRegex("<PackageReference[^>]*>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<PackageVersion Include=""[^""]+"" Version=""([^""]+)""")]
    private static partial Regex Version();

    [GeneratedRegex(@"\[(?<test>[^\]]+)\]\((?<path>[^)]+\.(cs|ts))\)")]
    private static partial Regex Named();
}
