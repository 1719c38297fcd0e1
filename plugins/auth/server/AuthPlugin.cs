using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Auth;
using Pergola.App.Plugins;
using Pergola.Core.Passwords;
using Pergola.Data.Events;
using Pergola.Plugins.Auth.Actions;
using Pergola.Plugins.Auth.ApiKeys;
using Pergola.Plugins.Auth.Authenticators;
using Pergola.Plugins.Auth.Collections;
using Pergola.Plugins.Auth.Installation;
using Pergola.Plugins.Auth.Passwords;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.SignIn;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth;

/// <summary>Signing in with a password, and the tokens that follow.</summary>
[Plugin(
    "auth",
    DependsOn = ["users", "acl", "system-settings", "environment-variables"],
    Provides = ["api-keys"],
    IsEssential = true,
    Description = "Signing in, sessions and API keys."
)]
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
        plugin.Services.AddSingleton<IUserBook>(services => services.GetRequiredService<SessionUsers>());
        plugin.Services.AddSingleton<SessionBook>();
        plugin.Services.AddSingleton<RunningSessions>();
        plugin.Services.AddSingleton<SessionRenewal>();
        plugin.Keep(clock => new SignInThrottle(clock)).Keep(_ => new HashingQueue()).Keep(_ => new RecentRenewals());
        plugin.Services.AddSingleton<AttemptLimit>();
        plugin.Services.AddSingleton<PasswordCheck>();
        plugin.Services.AddSingleton<ScryptPasswordHash>();
        plugin.Services.AddSingleton<AuthenticatorList>();
        plugin.Services.AddSingleton<IAuthenticatorType, PasswordAuthenticator>();
        plugin.Services.AddSingleton<ResetTokens>();
        plugin.Services.AddSingleton<ITokenCheck, TokenCheck>();

        plugin
            .Collections.Add<AuthenticatorsCollection>()
            .Add<IssuedTokensCollection>()
            .Add<RenewalsCollection>()
            .Add<SessionOriginsCollection>()
            .Add<TokenBlacklistCollection>()
            .Add<TokenControlConfigCollection>()
            .Add<ApiKeysCollection>()
            .Add<SecretsCollection>();
        plugin.Install<AuthSeeds>().Install<SigningKeyInstaller>();

        plugin.Records.On<ForgetSessionUsers>("users", ChangeKinds.Update | ChangeKinds.Destroy);
        plugin.Records.On<ForgetSessionUsers>("rolesUsers", ChangeKinds.All);
        plugin.Records.On<ForgetSessionUsers>("roles", ChangeKinds.Update | ChangeKinds.Destroy);
        plugin.Records.On<CheckTokenPolicy>("tokenControlConfig", ChangeKinds.All);
        plugin.Records.On<KeepOneAuthenticator>("authenticators", ChangeKinds.All);
        plugin.Records.On<BlockRemovedKey>(ApiKeysCollection.Name, ChangeKinds.Destroy);

        plugin
            .Acl.Snippet("pm.auth.authenticators", "authenticators:*")
            .Snippet("pm.security.token-policy", "tokenControlConfig:*")
            .Snippet("pm.api-keys.configuration", "apiKeys:list", "apiKeys:create", "apiKeys:destroy");
        DeclareAuth(plugin);
        plugin
            .Resource("authenticators")
            .Describe("The ways to sign in", AuthDescriptions.Authenticators)
            .Action<ListAuthenticators>("publicList")
            .Action<ListAuthenticatorTypes>("listTypes");
        plugin.Acl.Allow("authenticators", "publicList", Audience.Public);
        plugin
            .Resource(ApiKeysCollection.Name)
            .Describe("Tokens for programs, each with one role", AuthDescriptions.ApiKeys)
            .Close("list", "destroy")
            .Action<CreateApiKey>("create");
        foreach (var action in new[] { "list", "destroy" })
        {
            plugin.Acl.Fix(ApiKeysCollection.Name, action, """{"createdById":"{{ctx.state.currentUser.id}}"}""");
        }
    }

    private static void DeclareAuth(PluginBuilder plugin)
    {
        plugin
            .Resource("auth")
            .Describe("Signing in and out, passwords, sessions", AuthDescriptions.Auth)
            .Action<SignInAction>("signIn")
            .Action<SignUpAction>("signUp")
            .Action<LostPasswordAction>("lostPassword")
            .Action<ResetPasswordAction>("resetPassword")
            .Action<CheckResetTokenAction>("checkResetToken")
            .Action<CheckAction>("check")
            .Action<SyncCookiesAction>("syncCookies")
            .Action<ChangePasswordAction>("changePassword")
            .Action<ListSessions>("listSessions")
            .Action<EndSession>("endSession")
            .Action<EndOtherSessions>("endOtherSessions")
            .Action<SignOutAction>("signOut");
        foreach (var action in new[] { "signIn", "signUp", "lostPassword", "resetPassword", "checkResetToken" })
        {
            plugin.Acl.Allow("auth", action, Audience.Public);
        }

        // Whoever lost their last role can still leave.
        plugin.Acl.Allow("auth", "signOut", Audience.TokenHolder);
        string[] own = ["check", "syncCookies", "changePassword", "listSessions", "endSession", "endOtherSessions"];
        foreach (var action in own)
        {
            plugin.Acl.Allow("auth", action, Audience.LoggedIn);
        }
    }
}
