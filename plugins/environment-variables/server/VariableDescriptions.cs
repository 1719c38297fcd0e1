using Pergola.App.Describing;

namespace Pergola.Plugins.EnvironmentVariables;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class VariableDescriptions
{
    private const string Variable = "{name: string, type: 'default' | 'secret', value: string | null}";

    public static readonly IReadOnlyList<ActionDescription> Variables =
    [
        new("list", "List the variables; values of secrets are not told")
        {
            Query = "{filter?: object}",
            Data = Variable + "[]",
        },
        new("create", "Add a variable") { Body = Variable, Data = Variable },
        new("update", "Change a variable")
        {
            Query = "{filterByTk: string}",
            Body = "object",
            Data = "object[]",
        },
    ];
}
