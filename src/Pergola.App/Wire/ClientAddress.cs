using Microsoft.AspNetCore.Http;

namespace Pergola.App.Wire;

/// <summary>Where a request comes from: the other end of the connection. What headers of it say is not believed.</summary>
public static class ClientAddress
{
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "unknown";
    }
}
