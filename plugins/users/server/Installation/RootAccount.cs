using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;

namespace Pergola.Plugins.Users.Installation;

/// <summary>The first account, from <c>INIT_ROOT_*</c>; its id is 1 because its table is new.</summary>
internal sealed class RootAccount(SystemRows rows, InstallationOptions options) : IInstaller
{
    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var account = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["username"] = options.RootUsername,
            ["nickname"] = options.RootNickname,
            ["email"] = options.RootEmail,
            ["password"] = options.RootPassword,
            ["systemSettings"] = new Dictionary<string, string>(StringComparer.Ordinal),
            ["sort"] = 1,
        };
        await rows.SeedAsync(transaction, "users", JsonSerializer.Serialize(new[] { account }), cancellationToken);
    }
}
