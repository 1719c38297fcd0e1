using Pergola.App.Describing;

namespace Pergola.Plugins.DataSourceManager;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class DataSourceDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> DataSources =
    [
        new("list", "List the data sources")
        {
            Query = "{filter?: object}",
            Data = "object[]",
            IsPaged = true,
        },
        new("get", "Get a data source") { Query = "{filterByTk: string}", Data = "object" },
        new("listEnabled", "List the data sources beside the main one") { Data = "object[]" },
    ];
}
