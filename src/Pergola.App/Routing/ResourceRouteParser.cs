namespace Pergola.App.Routing;

/// <summary>Turns method and path below the API base into a route.</summary>
public static class ResourceRouteParser
{
    private const int MaxSegments = 4;

    /// <summary>
    /// Reads a path as it was sent (percent-encoded, without query string), such as <c>orders/1/items:list</c>.
    /// </summary>
    /// <returns>Null when the path is not a route: no segment, more than four, or a method that means no action.</returns>
    public static ResourceRoute? Parse(string method, ReadOnlySpan<char> path)
    {
        path = path.Trim('/');
        Span<Range> segments = stackalloc Range[MaxSegments + 1];
        var count = path.Split(segments, '/');
        if (path.IsEmpty || count > MaxSegments)
        {
            return null;
        }

        // With three or four segments the first two are the source, and the action belongs to the association.
        var isAssociation = count > 2;
        var named = path[segments[isAssociation ? 2 : 0]];
        var keyAt = isAssociation ? 3 : 1;
        var key = count > keyAt ? Decode(path[segments[keyAt]]) : null;
        var colon = named.IndexOf(':');
        var name = Decode(colon < 0 ? named : named[..colon]);
        var action =
            colon < 0 ? ActionOf(method, isAssociation, hasKey: key is not null) : Decode(named[(colon + 1)..]);
        if (string.IsNullOrEmpty(action) || name.Length == 0 || key is "")
        {
            return null;
        }

        if (!isAssociation)
        {
            return new ResourceRoute(name, SourceKey: null, Association: null, action, key);
        }

        var resource = Decode(path[segments[0]]);
        var source = DecodeSource(path[segments[1]]);
        return resource.Length == 0 || source.Length == 0
            ? null
            : new ResourceRoute(resource, source, name, action, key);
    }

    private static string? ActionOf(string method, bool isAssociation, bool hasKey) =>
        (method, hasKey) switch
        {
            ("GET" or "HEAD", false) => "list",
            ("GET" or "HEAD", true) => "get",
            ("POST", false) => "create",
            ("POST", true) when isAssociation => "create",
            ("PUT" or "PATCH", true) => "update",
            ("DELETE", _) => "destroy",
            _ => null,
        };

    /// <summary>A composite key is encoded twice: as JSON, and that as a path segment.</summary>
    private static string DecodeSource(ReadOnlySpan<char> text)
    {
        var once = Decode(text);
        if (!once.StartsWith("%7B", StringComparison.OrdinalIgnoreCase))
        {
            return once;
        }

        return Decode(once);
    }

    private static string Decode(ReadOnlySpan<char> text) => PercentText.Decode(text, plusIsSpace: false);
}
