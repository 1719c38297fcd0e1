using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Auth;
using Pergola.App.Plugins;
using Pergola.Core.Passwords;
using Pergola.Data.Events;
using Pergola.Plugins.Auth.Actions;
using Pergola.Plugins.Auth.Collections;
using Pergola.Plugins.Auth.Installation;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.SignIn;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth;

/// <summary>Signing in with a password, and the tokens that follow.</summary>
[Plugin("auth", DependsOn = ["users", "acl"])]
public sealed class AuthPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<SigningKey>();
        plugin.Services.AddSingleton<TokenIssuer>();
        plugin.Services.AddSingleton<TokenReader>();
        plugin.Services.AddSingleton<TokenPolicy>();
        plugin.Services.AddSingleton<TokenBlacklist>();
        plugin.Services.AddSingleton<SessionUsers>();
        plugin.Services.AddSingleton<SessionBook>();
        plugin.Services.AddSingleton<SignInThrottle>();
        plugin.Services.AddSingleton<PasswordCheck>();
        plugin.Services.AddSingleton<ScryptPasswordHash>();
        plugin.Services.AddSingleton<ITokenCheck, TokenCheck>();

        plugin
            .Collections.Add<AuthenticatorsCollection>()
            .Add<IssuedTokensCollection>()
            .Add<TokenBlacklistCollection>()
            .Add<TokenControlConfigCollection>()
            .Add<SecretsCollection>();
        plugin.Install<AuthSeeds>().Install<SigningKeyInstaller>();

        plugin.Records.On<ForgetSessionUsers>("users", ChangeKinds.Update | ChangeKinds.Destroy);
        plugin.Records.On<ForgetSessionUsers>("rolesUsers", ChangeKinds.All);
        plugin.Records.On<ForgetTokenPolicy>("tokenControlConfig", ChangeKinds.All);

        plugin
            .Resource("auth")
            .Action<SignInAction>("signIn")
            .Action<CheckAction>("check")
            .Action<SignOutAction>("signOut");
        plugin.Acl.Allow("auth", "signIn", Audience.Public);
        plugin.Acl.Allow("auth", "check", Audience.LoggedIn);
        plugin.Acl.Allow("auth", "signOut", Audience.LoggedIn);
    }
}
