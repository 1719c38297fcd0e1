using Pergola.ArchitectureTests.Projects;
using Xunit;

namespace Pergola.ArchitectureTests;

public sealed class ArrowTests
{
    private static readonly IReadOnlyList<ProjectFile> Product =
    [
        .. ProjectFile.All.Where(project =>
            project.IsPlugin || project.Path.StartsWith("src/", StringComparison.Ordinal)
        ),
    ];

    private static readonly string[] Drivers =
    [
        "Npgsql",
        "Microsoft.Data.Sqlite",
        "SQLitePCLRaw",
        "StackExchange.Redis",
    ];

    [Fact]
    public void Every_project_has_a_place_in_the_table() =>
        Rule.Holds(
            "Every project has a place in the table",
            Product
                .Where(project => Arrows.AllowedFor(project) is null)
                .Select(project => new Violation(project.Path, "add it to Arrows and to docs/decisions"))
        );

    [Fact]
    public void Project_references_point_down() =>
        Rule.Holds(
            "Project references point down",
            Product.SelectMany(project => Sideways(project, project.References))
        );

    [Fact]
    public void Compiled_assemblies_use_what_is_below_them() =>
        Rule.Holds(
            "Compiled assemblies use what is below them",
            Product.SelectMany(project =>
                Sideways(
                    project,
                    BuiltAssembly
                        .References(project)
                        .Where(name => name.StartsWith("Pergola.", StringComparison.OrdinalIgnoreCase))
                )
            )
        );

    [Fact]
    public void Plugins_reference_the_plugins_they_declare() =>
        Rule.Holds(
            "Plugins reference the plugins they declare",
            from project in Product.Where(project => project.IsPlugin)
            let referenced = project.References.Where(name =>
                name.StartsWith("Pergola.Plugins.", StringComparison.Ordinal)
            )
            let declared = PluginDependencies.Of(project)
            where !declared.SetEquals(referenced)
            select new Violation(
                project.Path,
                $"references [{string.Join(", ", referenced)}], DependsOn says [{string.Join(", ", declared)}]"
            )
        );

    [Fact]
    public void Core_and_Data_know_no_web_server() =>
        Rule.Holds(
            "Core and Data know no web server",
            from project in Product.Where(project => project.Name is "Pergola.Core" or "Pergola.Data")
            from used in project.Frameworks.Concat(BuiltAssembly.References(project))
            where used.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            select new Violation(project.Path, $"uses {used}")
        );

    [Fact]
    public void Drivers_stay_in_their_adapters() =>
        Rule.Holds(
            "Drivers stay in their adapters",
            from project in Product
            where !project.Name.StartsWith("Pergola.Data.", StringComparison.Ordinal)
            where !project.Name.StartsWith("Pergola.Cluster.", StringComparison.Ordinal)
            from used in project.Packages.Concat(BuiltAssembly.References(project))
            where Drivers.Any(driver => used.StartsWith(driver, StringComparison.Ordinal))
            select new Violation(project.Path, $"uses {used}")
        );

    [Fact]
    public void Examples_use_the_HTTP_API_alone() =>
        Rule.Holds(
            "Examples use the HTTP API alone",
            from project in ProjectFile.All.Where(p => p.Path.StartsWith("examples/", StringComparison.Ordinal))
            from used in project.References.Concat(project.Packages)
            select new Violation(project.Path, $"uses {used}")
        );

    private static IEnumerable<Violation> Sideways(ProjectFile project, IEnumerable<string> references)
    {
        var allowed = Arrows.AllowedFor(project);
        return references
            .Where(reference => allowed?.Contains(reference) is false)
            .Select(reference => new Violation(project.Path, $"may not reference {reference}"));
    }
}
