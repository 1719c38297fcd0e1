using System.Text.Json;
using Pergola.PluginTests.Apps;
using Pergola.PluginTests.Packages;

namespace Pergola.Plugins.PluginCatalog.Tests;

[Trait("ASVS", "V10")]
public sealed class HostilePackageTests
{
    private const string Id = "Acme.Bad";
    private static readonly string Good = PackageMaker.Saying("bad", "hello");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Refused =>
        new()
        {
            { "traversal", "The package has a file that leads out of it: lib/../../../evil.txt" },
            { "encoded traversal", "The package has a file that leads out of it: lib/%2e%2e/%2e%2e/evil.txt" },
            { "absolute", "The package has a file that leads out of it: /etc/evil.txt" },
            { "backslashes", "The package has a file that leads out of it: ..\\evil.txt" },
            { "bomb", "The package unpacks to more than 256 MB" },
            { "many files", "The package has more than 5000 files" },
            { "twice", "The package has the file LIB/NET10.0/ACME.BAD.DLL twice" },
            { "no zip", "The file is not a package: it must be a .nupkg" },
            { "no description", "The file is not a package: it has no description (.nuspec) of itself" },
            { "document type", "The description of the package cannot be read" },
            { "bad id", "The package has no valid id" },
            { "bad version", "The package Acme.Bad has no valid version" },
            {
                "wrong framework",
                "The package Acme.Bad is made for net48; here runs what is made for net10.0 and below"
            },
            { "no assemblies", "The package Acme.Bad has no assemblies" },
            { "no assembly", "In the package Acme.Bad, Acme.Bad.dll is not an assembly of .NET" },
            {
                "missing dependency",
                "The package Acme.Bad needs Acme.Nowhere 0.0.0.0, which is neither in it nor a part of Pergola"
            },
            { "newer product", "The package Acme.Bad needs Pergola.App 9.0.0.0; this Pergola has 0.1.0.0" },
            { "no plugin", "The package Acme.Bad has no plugin: no public class with the attribute [Plugin]" },
            { "two plugins", "The package Acme.Bad has more than one plugin" },
            { "taken name", "The name users belongs to a plugin of the product" },
        };

    public static TheoryData<string, string> Failing =>
        new()
        {
            {
                "throwing constructor",
                "The plugin of Acme.Bad 1.0.0 does not start: Acme.Bad failed: InvalidOperationException: not today"
            },
            {
                "throwing configuration",
                "The plugin of Acme.Bad 1.0.0 does not start: bad failed: InvalidOperationException: not today"
            },
            {
                "throwing installer",
                "The plugin of Acme.Bad 1.0.0 does not start: Acme.Bad failed: InvalidOperationException: not today"
            },
            { "endless constructor", "The plugin of Acme.Bad 1.0.0 did not start within 15 seconds" },
            { "endless installer", "The plugin of Acme.Bad 1.0.0 did not start within 15 seconds" },
            { "ends the process", "The plugin of Acme.Bad 1.0.0 does not start: its process ended without a word" },
            { "endless recursion", "The plugin of Acme.Bad 1.0.0 does not start: its process ended without a word" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_package_that_is_not_in_order_is_refused(string kind, string message)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        await RefuseAsync(app, Make(kind), message);
    }

    [Fact]
    public async Task A_plugin_that_fails_to_start_does_so_away_from_the_app()
    {
        await using var database = await TestDatabase.CreateAsync(Backend.Sqlite, Cancelled);
        await using var app = await AppUnderTest.StartWithTrialsAsync(database);
        foreach (var (kind, message) in Failing.Select(row => row.Data))
        {
            await RefuseAsync(app, PackageMaker.Make(Id, "1.0.0", Source(kind)), message);
        }

        var pm = await PluginClient.SignInAsync(app);
        Assert.Equal((200, ""), await pm.UploadAsync("add", PackageMaker.Make(Id, "1.0.1", Good)));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "bad"));
        Assert.Equal((200, "hello"), await pm.SayAsync("bad"));

        // What serves goes on serving when its successor is no good.
        Assert.Equal(
            400,
            (await pm.UploadAsync("update", PackageMaker.Make(Id, "1.0.2", Source("throwing installer")))).Status
        );
        Assert.Equal((200, "hello"), await pm.SayAsync("bad"));
        Assert.Equal(("1.0.1", true, "package"), await pm.StateAsync("bad"));
    }

    private static async Task RefuseAsync(AppUnderTest app, byte[] package, string message)
    {
        var pm = await PluginClient.SignInAsync(app);
        Assert.Equal((400, $"Failed to add plugin: {message}"), await pm.UploadAsync("add", package));
        Assert.Null(await pm.StateAsync("bad"));
        Assert.Equal(JsonValueKind.Array, (await pm.GetAsync("users:list")).ValueKind);
    }

    private static byte[] Make(string kind)
    {
        var nuspec = PackageMaker.Nuspec(Id, "1.0.0");
        var library = ($"lib/net10.0/{Id}.dll", PackageMaker.Compile(Id, Source(kind)));
        (string, byte[]) File(string path) => (path, "evil"u8.ToArray());
        return kind switch
        {
            "traversal" => PackageMaker.Zip([nuspec, library, File("lib/../../../evil.txt")]),
            "encoded traversal" => PackageMaker.Zip([nuspec, library, File("lib/%2e%2e/%2e%2e/evil.txt")]),
            "absolute" => PackageMaker.Zip([nuspec, library, File("/etc/evil.txt")]),
            "backslashes" => PackageMaker.Zip([nuspec, library, File("..\\evil.txt")]),
            "bomb" => PackageMaker.Zip([nuspec, library, ("web/bomb.js", new byte[300 * 1024 * 1024])]),
            "many files" => PackageMaker.Zip([
                nuspec,
                library,
                .. Enumerable.Range(0, 5_000).Select(n => File($"web/{n}.js")),
            ]),
            "twice" => PackageMaker.Zip([nuspec, library, File("LIB/NET10.0/ACME.BAD.DLL")]),
            "no zip" => "certainly not"u8.ToArray(),
            "no description" => PackageMaker.Zip([library]),
            "document type" => PackageMaker.Zip([
                (
                    nuspec.Path,
                    "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><package><metadata><id>&x;</id></metadata></package>"u8.ToArray()
                ),
                library,
            ]),
            "bad id" => PackageMaker.Zip([PackageMaker.Nuspec("../evil", "1.0.0") with { Path = "a.nuspec" }, library]),
            "bad version" => PackageMaker.Zip([PackageMaker.Nuspec(Id, "../../1"), library]),
            "wrong framework" => PackageMaker.Make(Id, "1.0.0", Good, framework: "net48"),
            "no assemblies" => PackageMaker.Zip([nuspec]),
            "no assembly" => PackageMaker.Zip([nuspec, File($"lib/net10.0/{Id}.dll")]),
            "missing dependency" => PackageMaker.Zip([nuspec, ($"lib/net10.0/{Id}.dll", NeedingNowhere())]),
            "newer product" => PackageMaker.Zip([nuspec, ($"lib/net10.0/{Id}.dll", NeedingNewer())]),
            _ => PackageMaker.Zip([nuspec, library]),
        };
    }

    private static string Source(string kind) =>
        kind switch
        {
            "no plugin" => "public sealed class Nothing;",
            "two plugins" => Good
                + """[Plugin("worse")] public sealed class Another : Plugin { public override void Configure(PluginBuilder plugin) { } }""",
            "taken name" => PackageMaker
                .Saying("users", "hello")
                .Replace("DependsOn = [\"users\"]", "Title = \"x\"", StringComparison.Ordinal),
            "throwing constructor" => WithConstructor("throw new System.InvalidOperationException(\"not today\");"),
            "endless constructor" => WithConstructor("while (true) { }"),
            "ends the process" => WithConstructor("System.Environment.FailFast(null);"),
            "endless recursion" => WithConstructor("Recurse(1);")
                .Replace(
                    "public override void",
                    "static int Recurse(int n) => Recurse(n + 1) + 1;\n    public override void",
                    StringComparison.Ordinal
                ),
            "throwing configuration" => PackageMaker.Saying(
                "bad",
                "x",
                "throw new System.InvalidOperationException(\"not today\");"
            ),
            "throwing installer" => WithInstaller("throw new System.InvalidOperationException(\"not today\");"),
            "endless installer" => WithInstaller("while (true) { }"),
            _ => Good,
        };

    private static string WithConstructor(string body) =>
        Good.Replace(
            "public override void",
            $"public SayingPlugin() {{ {body} }}\n    public override void",
            StringComparison.Ordinal
        );

    private static string WithInstaller(string body) =>
        PackageMaker.Saying("bad", "x", "plugin.Install<Installer>();")
        + $$"""
            public sealed class Installer : IInstaller
            {
                public Task InstallAsync(Pergola.Data.Dialects.WriteTransaction transaction, System.Threading.CancellationToken token)
                { {{body}} }
            }
            """;

    private static byte[] NeedingNowhere()
    {
        var nowhere = PackageMaker.Compile(
            "Acme.Nowhere",
            "namespace Acme; public static class Nowhere { public const int No = 0; public static int Get() => 1; }"
        );
        return PackageMaker.Compile(Id, PackageMaker.Saying("bad", "\" + Acme.Nowhere.Get() + \""), nowhere);
    }

    /// <summary>Compiled against another assembly of the name of the contract.</summary>
    private static byte[] NeedingNewer() =>
        PackageMaker.CompileAgainst(
            Id,
            "public class Later : Pergola.App.Plugins.FromTheFuture { }",
            PackageMaker.Compile(
                "Pergola.App",
                """[assembly: System.Reflection.AssemblyVersion("9.0.0.0")] namespace Pergola.App.Plugins { public class FromTheFuture { } }"""
            )
        );
}
