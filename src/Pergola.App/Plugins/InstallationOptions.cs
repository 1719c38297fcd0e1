namespace Pergola.App.Plugins;

/// <summary>What a new installation starts with; read only while its tables are empty.</summary>
public sealed class InstallationOptions
{
    public const string DefaultRootPassword = "admin123";

    public string RootEmail { get; set; } = "admin@nocobase.com";

    public string RootPassword { get; set; } = DefaultRootPassword;

    public string RootNickname { get; set; } = "Super Admin";

    public string RootUsername { get; set; } = "nocobase";

    /// <summary>First enabled language.</summary>
    public string AppLocale { get; set; } = "en-US";
}
