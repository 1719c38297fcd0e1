namespace Pergola.App.Lifecycle;

/// <summary>A change of the whole app, which the host carries out one after another.</summary>
/// <param name="Name">Name of the wire contract, such as <c>pm.enable</c>.</param>
public abstract record AppCommand(string Name);

/// <summary>Switches plugins on or off.</summary>
/// <param name="Plugins">Short names.</param>
/// <param name="On">Whether they shall be on.</param>
public sealed record SwitchPlugins(IReadOnlyList<string> Plugins, bool On)
    : AppCommand(On ? "pm.enable" : "pm.disable");

/// <summary>Adds the plugin of a package, or puts another version in place of the one that is there.</summary>
/// <param name="Package">The package file.</param>
/// <param name="IsUpdate">Whether the plugin must be there already.</param>
public sealed record AddPackage(byte[] Package, bool IsUpdate) : AppCommand(IsUpdate ? "pm.update" : "pm.add");

/// <summary>As above, with a package of the feed.</summary>
/// <param name="Id">Id of the package.</param>
/// <param name="Version">Version; null for the newest that is no preview.</param>
/// <param name="IsUpdate">Whether the plugin must be there already.</param>
public sealed record AddFromFeed(string Id, string? Version, bool IsUpdate)
    : AppCommand(IsUpdate ? "pm.update" : "pm.add");

/// <summary>Removes plugins that came in packages; their tables stay.</summary>
public sealed record RemovePlugins(IReadOnlyList<string> Plugins) : AppCommand("pm.remove");

/// <summary>Builds the app anew as it is.</summary>
/// <param name="Name"><c>restart</c> or <c>refresh</c>.</param>
public sealed record RebuildApp(string Name) : AppCommand(Name);
