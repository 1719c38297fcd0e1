using System.Text.RegularExpressions;
using Pergola.ArchitectureTests.Sources;
using Xunit;

namespace Pergola.ArchitectureTests;

/// <summary>What the house does not write although the language has it.</summary>
public sealed partial class LanguageTests
{
    private static readonly string[] Generators =
    [
        "[LoggerMessage",
        "[GeneratedRegex",
        "[JsonSerializable",
        "[LibraryImport",
    ];

    [Fact]
    public void Warnings_are_not_switched_off() =>
        Rule.Holds(
            "Warnings are not switched off",
            Matches(SourceTree.CSharp, PragmaWarning(), "#pragma warning disable")
        );

    [Fact]
    public void Files_have_no_regions() =>
        Rule.Holds("Files have no regions", Matches(SourceTree.CSharp, Region(), "#region"));

    [Fact]
    public void Only_source_generators_need_partial() =>
        Rule.Holds(
            "Only source generators need partial",
            Matches(
                SourceTree.CSharp.Where(file => !Generators.Any(file.Code.Contains)),
                Partial(),
                "partial without a generator's attribute"
            )
        );

    [Fact]
    public void No_type_is_spread_over_files() =>
        Rule.Holds(
            "No type is spread over files",
            from type in SourceTree.CSharp.SelectMany(TypeDeclaration.In)
            where Partial().IsMatch($"{type.Head} {type.Kind}")
            group type by (type.File.Folder, type.Name) into parts
            where parts.Select(part => part.File).Distinct().Count() > 1
            from part in parts
            select new Violation(part.File.Path, $"is a part of {part.Name}")
        );

    [Fact]
    public void Static_state_does_not_change() =>
        Rule.Holds(
            "Static state does not change",
            from file in SourceTree.Product
            from place in MutableStatics.In(file)
            select place
        );

    [Fact]
    public void Services_are_asked_for_not_located() =>
        Rule.Holds(
            "Services are asked for, not located",
            Matches(
                SourceTree.Product.Where(file =>
                    !file.Path.StartsWith("src/Pergola.Hosting/", StringComparison.Ordinal)
                    && !file.Path.StartsWith("src/Pergola.App/Plugins/", StringComparison.Ordinal)
                ),
                ServiceLocator(),
                "takes a service provider"
            )
        );

    private static IEnumerable<Violation> Matches(IEnumerable<SourceFile> files, Regex pattern, string what) =>
        from file in files
        from match in pattern.Matches(file.Code)
        select new Violation(file.Path, $"line {file.LineAt(match.Index)}: {what}");

    [GeneratedRegex(@"^\s*#\s*pragma\s+warning\s+disable", RegexOptions.Multiline)]
    private static partial Regex PragmaWarning();

    [GeneratedRegex(@"^\s*#\s*region", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"(?<=\s)partial\s+\w")]
    private static partial Regex Partial();

    [GeneratedRegex(@"\bIService(Provider|ScopeFactory)\??\s+\w+\s*[,);=]")]
    private static partial Regex ServiceLocator();
}
