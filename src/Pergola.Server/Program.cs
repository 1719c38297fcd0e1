using Pergola.Server.Commands;

return args switch
{
    [] or ["serve"] => await ServeCommand.RunAsync(),
    ["try-plugin", .. var files] => await TryPluginCommand.RunAsync(files),
    ["docs", .. var rest] => await DocsCommand.RunAsync(rest),
    ["version" or "--version"] => await VersionCommand.RunAsync(),
    _ => await UnknownCommand.RunAsync(args),
};
