namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>Kinds of entries in a menu, as the API names them.</summary>
internal static class RouteTypes
{
    public const string Group = "group";
    public const string Page = "page";
    public const string FlowPage = "flowPage";
    public const string Link = "link";
    public const string Tabs = "tabs";

    public static readonly IReadOnlyList<string> All = [Group, Page, FlowPage, Link, Tabs];

    /// <summary>Pages have tabs, groups have everything else.</summary>
    public static bool MayHave(string? above, string? below) =>
        below == Tabs ? above is Page or FlowPage : above is Group or null;
}
