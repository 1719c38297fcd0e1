using System.Text.RegularExpressions;
using Pergola.ArchitectureTests.Sources;
using Xunit;

namespace Pergola.ArchitectureTests;

/// <summary>The rules are only as good as the reading of the sources they stand on.</summary>
public sealed class SourceReadingTests
{
    [Theory]
    [InlineData("a // static\nb", "a \nb")]
    [InlineData("a /* x\ny */ b", "a \n b")]
    [InlineData("a(\"x\\\"y\") b", "a( ) b")]
    [InlineData("a(@\"x\\\") b", "a( ) b")]
    [InlineData("a(@\"x\"\"y\") b", "a( ) b")]
    [InlineData("a('\"') b", "a( ) b")]
    [InlineData("a('\\'') b", "a( ) b")]
    [InlineData("a($\"x{b[\"k\"]}y\") c", "a( ) c")]
    [InlineData("a($\"{{x}}\") c", "a( ) c")]
    [InlineData("a($\"x{(b ? \"}\" : \"{\")}y\") c", "a( ) c")]
    [InlineData("a(\"\"\"x \"y\" z\"\"\") b", "a( ) b")]
    [InlineData("a(\"\"\"\"x \"\"\" z\"\"\"\") b", "a( ) b")]
    [InlineData("a(@x) b", "a(@x) b")]
    public void Comments_and_texts_are_not_code(string source, string code)
    {
        var blanked = CSharpText.CodeOnly(source);

        Assert.Equal(code, Regex.Replace(blanked, " +", " "));
        Assert.Equal(source.Length, blanked.Length);
    }

    [Theory]
    [InlineData("private static int _count;", true)]
    [InlineData("private static int _count = 1;", true)]
    [InlineData("internal static Dictionary<string, int> Seen = [];", true)]
    [InlineData("public static int Count { get; set; }", true)]
    [InlineData("public static event Action Changed;", true)]
    [InlineData("private static readonly ConcurrentDictionary<string, int> Seen = new();", true)]
    [InlineData("private static readonly AsyncLocal<string> Current = new();", true)]
    [InlineData("private static readonly int Count = 1;", false)]
    [InlineData("public static int Count { get; } = 1;", false)]
    [InlineData("public static int Count => 1;", false)]
    [InlineData("public static int Count() { return 1; }", false)]
    [InlineData("public static class Counts { private int _count; }", false)]
    [InlineData("public static (int, int) Pair() => (1, 2);", false)]
    [InlineData("using static System.Math;", false)]
    [InlineData("void M() => Each(1, static x => x = 2);", false)]
    [InlineData("public static Money operator +(Money a, Money b) => a;", false)]
    public void Static_state_is_told_from_static_members(string source, bool changes) =>
        Assert.Equal(changes, MutableStatics.In(new("src/X.cs", source)).Any());

    [Theory]
    [InlineData("public sealed class A : B, IC { }", "class", "A", "B, IC")]
    [InlineData("internal sealed record A(int X, string Y = default) : B(X), IC;", "record", "A", "B(X), IC")]
    [InlineData("public readonly record struct A<T>(T X);", "record struct", "A", "")]
    [InlineData(
        "[ExtensionPoint] public interface IA<in T> : IB where T : class { }",
        "interface",
        "IA",
        "IB where T : class"
    )]
    [InlineData("public class A([From(1)] int x) : B { }", "class", "A", "B")]
    public void Types_are_read_with_what_they_derive_from(string source, string kind, string name, string bases)
    {
        var type = Assert.Single(TypeDeclaration.In(new("src/X.cs", source)));

        Assert.Equal((kind, name, bases), (type.Kind, type.Name, type.Bases.Trim()));
    }
}
