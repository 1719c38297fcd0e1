using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Plugins;
using Pergola.Core.Errors;

namespace Pergola.Plugins.Auth.Authenticators;

/// <summary>A kind of signing in, such as by password. Registered as a service by the plugin that brings it.</summary>
[ExtensionPoint]
public interface IAuthenticatorType
{
    /// <summary>Value of <c>authenticators.authType</c>.</summary>
    string Name { get; }

    /// <summary>What people see, as a text template.</summary>
    string Title { get; }

    /// <summary>Finds out who signs in from the body of the request.</summary>
    /// <returns>Id of the user.</returns>
    /// <exception cref="PergolaException">The body is incomplete or proves nothing.</exception>
    Task<long> SignInAsync(ActionContext context, Authenticator authenticator);

    /// <summary>Writes the properties that the sign-in page may know, as an object.</summary>
    void WritePublicOptions(Utf8JsonWriter writer, Authenticator authenticator);
}
