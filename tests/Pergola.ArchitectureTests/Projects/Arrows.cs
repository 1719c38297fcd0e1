namespace Pergola.ArchitectureTests.Projects;

/// <summary>Which project may reference which: the table of docs/decisions/0001, closed downwards.</summary>
internal static class Arrows
{
    private static readonly Dictionary<string, string[]> Direct = new()
    {
        ["Pergola.Core"] = [],
        ["Pergola.Data"] = ["Pergola.Core"],
        ["Pergola.Data.PostgreSql"] = ["Pergola.Data"],
        ["Pergola.Data.Sqlite"] = ["Pergola.Data"],
        ["Pergola.App"] = ["Pergola.Data"],
        ["Pergola.Hosting"] = ["Pergola.App"],
        ["Pergola.Cluster.Redis"] = ["Pergola.Core"],
        ["Pergola.Cluster.PostgreSql"] = ["Pergola.Core"],
        ["Pergola.Server"] =
        [
            "Pergola.Hosting",
            "Pergola.Data.PostgreSql",
            "Pergola.Data.Sqlite",
            "Pergola.Cluster.Redis",
            "Pergola.Cluster.PostgreSql",
        ],
    };

    /// <summary>What a project of the platform or a plugin may reference, or null when the table does not know it.</summary>
    public static IReadOnlySet<string>? AllowedFor(ProjectFile project)
    {
        if (project.IsPlugin)
        {
            return Below("Pergola.App").Append("Pergola.App").Concat(PluginDependencies.Of(project)).ToHashSet();
        }

        if (!Direct.ContainsKey(project.Name))
        {
            return null;
        }

        var plugins = ProjectFile.All.Where(other => project.Name is "Pergola.Server" && other.IsPlugin);
        return Below(project.Name).Concat(plugins.Select(plugin => plugin.Name)).ToHashSet();
    }

    private static IEnumerable<string> Below(string project) =>
        Direct[project].SelectMany(reference => Below(reference).Prepend(reference));
}
