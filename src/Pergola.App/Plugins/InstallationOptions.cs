namespace Pergola.App.Plugins;

/// <summary>What a new installation starts with; read only while its tables are empty.</summary>
public sealed class InstallationOptions
{
    public const string DefaultRootPassword = "admin123";

    public string RootEmail { get; init; } = "admin@nocobase.com";

    public string RootPassword { get; init; } = DefaultRootPassword;

    public string RootNickname { get; init; } = "Super Admin";

    public string RootUsername { get; init; } = "nocobase";

    /// <summary>First enabled language.</summary>
    public string AppLocale { get; init; } = "en-US";
}
