using Pergola.Core.Errors;

namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>
/// Where a link in the menu leads: another site, somebody's mailbox, or a place in the app. Nothing that a browser would run.
/// </summary>
internal static class LinkAddress
{
    private const int MaxLength = 2_000;
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    /// <exception cref="BadRequestException">It leads elsewhere.</exception>
    public static void Check(string address)
    {
        if (!IsSafe(address))
        {
            throw new BadRequestException(
                "\"{field}\" must begin with https://, http://, mailto: or a slash",
                [("field", "options.href")],
                "options.href"
            );
        }
    }

    /// <summary>Browsers leave out control characters and read a backslash as a slash before they look at an address.</summary>
    private static bool IsSafe(string address) =>
        address.Length <= MaxLength
        && !address.Any(c => char.IsControl(c) || c == '\\')
        && (
            address.Length == 0
            || (address[0] == '/' ? !address.StartsWith("//", StringComparison.Ordinal) : HasScheme(address))
        );

    private static bool HasScheme(string address) =>
        address.IndexOf(':') is var colon and > 0
        && Schemes.Contains(address[..colon], StringComparer.OrdinalIgnoreCase)
        && (
            string.Equals(address[..colon], Uri.UriSchemeMailto, StringComparison.OrdinalIgnoreCase)
            || address.AsSpan(colon).StartsWith("://")
        );
}
