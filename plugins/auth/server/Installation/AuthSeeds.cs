using Pergola.App.Plugins;
using Pergola.Data.Dialects;

namespace Pergola.Plugins.Auth.Installation;

/// <summary>Sign-in by password, and the token policy a new installation starts with.</summary>
internal sealed class AuthSeeds(SystemRows rows) : IInstaller
{
    private const string Authenticators = """
        [
          { "name": "basic", "authType": "Email/Password", "description": "Sign in with username/email.",
            "enabled": true, "options": { "public": { "allowSignUp": true } }, "sort": 1 }
        ]
        """;

    private const string Policies = """
        [
          { "key": "token-policy-config",
            "config": { "tokenExpirationTime": "1d", "sessionExpirationTime": "7d", "expiredTokenRenewLimit": "1d" } }
        ]
        """;

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        await rows.SeedAsync(transaction, "authenticators", Authenticators, cancellationToken);
        await rows.SeedAsync(transaction, "tokenControlConfig", Policies, cancellationToken);
    }
}
