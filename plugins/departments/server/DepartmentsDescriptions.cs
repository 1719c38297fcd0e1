using Pergola.App.Describing;

namespace Pergola.Plugins.Departments;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class DepartmentsDescriptions
{
    public static readonly IReadOnlyList<ActionDescription> Users =
    [
        new("listExcludeDept", "List the users who are not in a department")
        {
            Query = "{departmentId: int64, filter?: object, sort?: string[]}",
            Data = "@users[]",
            IsPaged = true,
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> Owners =
    [
        new("add", "Make members of a department its owners") { Body = "int64[]" },
        new("set", "Make exactly these members of a department its owners") { Body = "int64[]" },
        new("remove", "Take the ownership of a department from members") { Body = "int64[]" },
    ];
}
