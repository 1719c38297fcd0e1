using System.Text.RegularExpressions;
using Pergola.ArchitectureTests.Sources;
using Xunit;

namespace Pergola.ArchitectureTests;

public sealed partial class NameTests
{
    [Fact]
    public void Type_names_say_what_the_type_is() =>
        Rule.Holds(
            "Type names say what the type is",
            from type in SourceTree.CSharp.SelectMany(TypeDeclaration.In)
            where Vague().IsMatch(type.Name) || type.Name.EndsWith("Base", StringComparison.Ordinal) && !IsTest(type)
            select new Violation(type.File.Path, $"line {type.File.LineAt(type.Position)}: {type.Name}")
        );

    [Fact]
    public void Interfaces_have_two_implementations_or_are_for_plugins()
    {
        var types = SourceTree.CSharp.SelectMany(TypeDeclaration.In).ToList();
        Rule.Holds(
            "Interfaces have two implementations or are for plugins",
            from type in types
            where type.Kind is "interface" && IsShipped(type) && !type.Head.Contains("[ExtensionPoint")
            let named = new Regex($@"\b{type.Name}\b")
            let implementations = types.Count(other => other.Kind is not "interface" && named.IsMatch(other.Bases))
            where implementations < 2
            select new Violation(type.File.Path, $"{type.Name} has {implementations} and no [ExtensionPoint]")
        );
    }

    [Fact]
    public void Actions_that_only_read_say_so_or_they_are_logged_as_changes() =>
        Rule.Holds(
            "Actions that only read say so",
            from type in SourceTree.Product.SelectMany(TypeDeclaration.In)
            where Action().IsMatch(type.Bases) && Reading().IsMatch(type.Name) && !type.Head.Contains("[Reads]")
            select new Violation(type.File.Path, $"line {type.File.LineAt(type.Position)}: {type.Name} has no [Reads]")
        );

    private static bool IsTest(TypeDeclaration type) =>
        type.File.Path.Split('/') is ["tests", ..] or ["plugins", _, "tests", ..];

    private static bool IsShipped(TypeDeclaration type) => SourceTree.Product.Contains(type.File);

    [GeneratedRegex(@"\bIAction\b")]
    private static partial Regex Action();

    [GeneratedRegex("^(List|Get|Read|Check|Find|Explain)[A-Z]")]
    private static partial Regex Reading();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilities|Utility|Common|Misc|Impl|Info|Services?)$")]
    private static partial Regex Vague();
}
