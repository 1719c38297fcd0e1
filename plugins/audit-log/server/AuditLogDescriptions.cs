using Pergola.App.Describing;

namespace Pergola.Plugins.AuditLog;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class AuditLogDescriptions
{
    private const string Settings = "{retentionDays: integer, logReads: boolean}";

    public static readonly IReadOnlyList<ActionDescription> Log =
    [
        new("list", "List what was done, the latest first")
        {
            Query = """
                {
                  filter?: object "Fields of an entry, and text; resource with recordKey is the history of a record",
                  until?: int64 "Leaves out what is newer than this entry", count?: 'none' "Leaves out the count"
                }
                """,
            Data = "object[]",
            IsPaged = true,
        },
        new("get", "Read one entry, with the values it changed")
        {
            Query = "{filterByTk: int64}",
            Data = "object | null",
        },
        new("export", "Read the log as a file")
        {
            Query = "{filter?: object, until?: int64, format?: 'csv' | 'jsonl'}",
            File = "text/csv",
        },
        new("getSettings", "Read how long the log is kept and what is in it") { Data = Settings },
        new("updateSettings", "Set how long the log is kept and what is in it")
        {
            Body = """{retentionDays?: integer "0 for ever", logReads?: boolean}""",
            Data = Settings,
        },
    ];
}
