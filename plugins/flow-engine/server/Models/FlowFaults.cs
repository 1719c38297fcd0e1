using Pergola.Core.Errors;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>What is wrong with a change of a tree, in the words clients know.</summary>
internal static class FlowFaults
{
    public static BadRequestException Taken(string action, string parent, string slot) =>
        new(
            "flowModels:{action} subKey '{slot}' already exists on parent '{parent}'",
            [("action", action), ("slot", slot), ("parent", parent)],
            "subKey"
        );

    public static BadRequestException Unknown(string action, string parameter, string uid) =>
        new(
            "flowModels:{action} {name} '{uid}' does not exist",
            [("action", action), ("name", parameter), ("uid", uid)],
            parameter
        );

    public static BadRequestException Cycle(string action, string parameter, string uid) =>
        new(
            "flowModels:{action} {name} '{uid}' is the model itself or below it",
            [("action", action), ("name", parameter), ("uid", uid)],
            parameter
        );

    public static BadRequestException Position(string action) =>
        new("flowModels:{action} invalid position", [("action", action)], "position");

    public static BadRequestException SubType() =>
        new(
            "\"{field}\" must be one of {values}",
            [("field", "subType"), ("values", $"{FlowModelInput.Array}, {FlowModelInput.Object}")],
            "subType"
        );
}
