using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Pergola.Hosting.Configuration;

namespace Pergola.Server.Commands;

/// <summary>Why the server cannot have its address, in one sentence for the operator.</summary>
internal static class ListenFailure
{
    /// <summary>Null when the failure is about something else.</summary>
    public static string? Describe(Exception failure, HttpOptions options) =>
        failure switch
        {
            AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                $"Port {options.Port} of {options.Host} is in use already; set APP_PORT to another one.",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                $"Port {options.Port} needs privileges this process does not have; set APP_PORT to another one.",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                $"{options.Host} is no address of this machine; set APP_HOST to another one.",
            IOException { InnerException: { } inner } => Describe(inner, options),
            _ => null,
        };
}
