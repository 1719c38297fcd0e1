using Pergola.App.Lifecycle;
using Pergola.Core.Errors;

namespace Pergola.Hosting.Apps;

/// <summary>Why a command was not carried out, as those who asked for it are told.</summary>
internal static class CommandFailure
{
    public static PergolaException Of(AppCommand command, PergolaException cause) =>
        command switch
        {
            SwitchPlugins { On: true } => Because("Failed to enable plugin: {reason}", cause),
            SwitchPlugins => Because("Failed to disable plugin: {reason}", cause),
            AddPackage { IsUpdate: true } or AddFromFeed { IsUpdate: true } => Because(
                "Failed to update plugin: {reason}",
                cause
            ),
            AddPackage or AddFromFeed => Because("Failed to add plugin: {reason}", cause),
            RemovePlugins => Because("Failed to remove plugin: {reason}", cause),
            _ => cause,
        };

    private static BadRequestException Because(string template, PergolaException cause) =>
        new(template, [("reason", cause.Message)], cause.Field, cause);
}
