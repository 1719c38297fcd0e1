using System.Text.Json;

namespace Pergola.Plugins.Auth.Authenticators;

/// <summary>A way to sign in that is switched on, as its row describes it.</summary>
/// <param name="Name">What requests name in the header <c>X-Authenticator</c>.</param>
/// <param name="Type">Name of its <see cref="IAuthenticatorType"/>.</param>
/// <param name="Title">What people see, null for the title of the type.</param>
/// <param name="Options">Settings; what is under <c>public</c> may be shown to anybody.</param>
public sealed record Authenticator(string Name, string Type, string? Title, JsonElement Options);
