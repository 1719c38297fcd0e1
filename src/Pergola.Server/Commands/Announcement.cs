using Pergola.App.Plugins;
using Pergola.Hosting.Configuration;

namespace Pergola.Server.Commands;

/// <summary>What a person at the console wants to know once the server runs.</summary>
internal sealed class Announcement(ServerSettings settings, string? address)
{
    /// <param name="isFirstStart">Whether the installation was made just now.</param>
    public string Write(bool isFirstStart)
    {
        var url = Readable(address) + settings.Http.Root;
        var text = $"Pergola {ProductVersion.Text} runs at {url} (API below {settings.Http.ApiRoot})";
        if (!isFirstStart)
        {
            return text;
        }

        var installation = settings.Installation;
        var account = $"{text}\nFirst account: {installation.RootEmail} (or {installation.RootUsername})";

        // A password somebody chose is a secret and not for a log; the default one is in the documentation anyway.
        return installation.RootPassword == InstallationOptions.DefaultRootPassword
            ? $"{account}, password {installation.RootPassword}. Change it before others can reach this server."
            : account;
    }

    private static string Readable(string? address) =>
        (address ?? string.Empty)
            .TrimEnd('/')
            .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal)
            .Replace("//[::]:", "//localhost:", StringComparison.Ordinal);
}
