using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pergola.PluginTests.Packages;

/// <summary>Makes packages out of source text, good ones and others.</summary>
internal static class PackageMaker
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    /// <summary>A plugin that answers with a text: <c>GET /api/&lt;name&gt;:say</c>.</summary>
    public static string Saying(string name, string text, string more = "") =>
        $$"""
            using Pergola.App.Acl;
            using Pergola.App.Actions;
            using Pergola.App.Plugins;
            using System.Threading.Tasks;

            [Plugin("{{name}}", DependsOn = ["users"])]
            public sealed class SayingPlugin : Plugin
            {
                public override void Configure(PluginBuilder plugin)
                {
                    plugin.Resource("{{name}}").Action<Say>("say");
                    plugin.Acl.Allow("{{name}}", "say", Audience.LoggedIn);
                    {{more}}
                }
            }

            public sealed class Say : IAction
            {
                public ValueTask ExecuteAsync(ActionContext context) =>
                    context.WriteDataAsync(json => json.WriteStringValue("{{text}}"));
            }
            """;

    public static byte[] Make(
        string id,
        string version,
        string source,
        string framework = "net10.0",
        string dependencies = "",
        params (string Path, byte[] Content)[] further
    ) => Zip([Nuspec(id, version, dependencies), ($"lib/{framework}/{id}.dll", Compile(id, source)), .. further]);

    public static (string Path, byte[] Content) Nuspec(string id, string version, string dependencies = "") =>
        (
            $"{id}.nuspec",
            Encoding.UTF8.GetBytes(
                $"""
                <?xml version="1.0" encoding="utf-8"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata>
                    <id>{id}</id><version>{version}</version><authors>Somebody</authors>
                    <description>Made for a test.</description>{dependencies}
                  </metadata>
                </package>
                """
            )
        );

    public static byte[] Zip(IEnumerable<(string Path, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <param name="name">Name of the assembly.</param>
    /// <param name="source">What is in it.</param>
    /// <param name="further">Assemblies it refers to beside those of the product.</param>
    public static byte[] Compile(string name, string source, params byte[][] further) =>
        Emit(name, source, [.. References.Value, .. further.Select(image => MetadataReference.CreateFromImage(image))]);

    /// <summary>As above, with an assembly in place of that of the product with its name.</summary>
    public static byte[] CompileAgainst(string name, string source, byte[] instead) =>
        Emit(
            name,
            source,
            [
                .. References.Value.Where(r => !r.Display!.EndsWith("/Pergola.App.dll", StringComparison.Ordinal)),
                MetadataReference.CreateFromImage(instead),
            ]
        );

    private static byte[] Emit(string name, string source, MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>A plugin <c>visits</c> with the action <c>say</c>, what it registers besides, and its types.</summary>
    public static string Source(string registrations, string types) =>
        $$"""
            using Pergola.App.Acl;
            using Pergola.App.Actions;
            using Pergola.App.Jobs;
            using Pergola.App.Migrations;
            using Pergola.App.Plugins;
            using Pergola.App.Records;
            using System.ComponentModel.DataAnnotations;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;

            [Plugin("visits", DependsOn = ["users"])]
            public sealed class VisitsPlugin : Plugin
            {
                public override void Configure(PluginBuilder plugin)
                {
                    {{registrations}}
                    plugin.Resource("visits").Action<Say>("say");
                    plugin.Acl.Allow("visits", "say", Audience.LoggedIn);
                }
            }

            {{types}}
            """;
}
