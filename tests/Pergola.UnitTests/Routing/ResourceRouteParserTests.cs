using Pergola.App.Routing;

namespace Pergola.UnitTests.Routing;

public sealed class ResourceRouteParserTests
{
    [Theory]
    [InlineData("GET", "orders:list", "orders", null, null, "list", null)]
    [InlineData("POST", "orders:get/5", "orders", null, null, "get", "5")]
    [InlineData("GET", "orders", "orders", null, null, "list", null)]
    [InlineData("POST", "orders", "orders", null, null, "create", null)]
    [InlineData("DELETE", "orders", "orders", null, null, "destroy", null)]
    [InlineData("GET", "orders/5", "orders", null, null, "get", "5")]
    [InlineData("PUT", "orders/5", "orders", null, null, "update", "5")]
    [InlineData("PATCH", "orders/5", "orders", null, null, "update", "5")]
    [InlineData("DELETE", "orders/5", "orders", null, null, "destroy", "5")]
    [InlineData("GET", "orders/5:get", "orders", null, null, "get", "5:get")]
    [InlineData("GET", "orders/5/items:list", "orders", "5", "items", "list", null)]
    [InlineData("GET", "orders/5/items:get/7", "orders", "5", "items", "get", "7")]
    [InlineData("GET", "orders/5/items", "orders", "5", "items", "list", null)]
    [InlineData("POST", "orders/5/items", "orders", "5", "items", "create", null)]
    [InlineData("DELETE", "orders/5/items", "orders", "5", "items", "destroy", null)]
    [InlineData("GET", "orders/5/items/7", "orders", "5", "items", "get", "7")]
    [InlineData("POST", "orders/5/items/7", "orders", "5", "items", "create", "7")]
    [InlineData("PUT", "orders/5/items/7", "orders", "5", "items", "update", "7")]
    [InlineData("DELETE", "orders/5/items/7", "orders", "5", "items", "destroy", "7")]
    [InlineData("GET", "orders/_/items:list", "orders", "_", "items", "list", null)]
    [InlineData("GET", "orders/a%2Fb", "orders", null, null, "get", "a/b")]
    [InlineData("GET", "orders/%C3%A5", "orders", null, null, "get", "å")]
    [InlineData("GET", "orders/%7B%22a%22%3A1%7D/items:list", "orders", "{\"a\":1}", "items", "list", null)]
    [InlineData("GET", "orders/%257B%2522a%2522%253A1%257D/items:list", "orders", "{\"a\":1}", "items", "list", null)]
    public void A_path_names_resource_source_association_action_and_key(
        string method,
        string path,
        string resource,
        string? source,
        string? association,
        string action,
        string? key
    ) =>
        Assert.Equal(
            new ResourceRoute(resource, source, association, action, key),
            ResourceRouteParser.Parse(method, path)
        );

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/")]
    [InlineData("GET", "a/b/c/d/e")]
    [InlineData("PUT", "orders")]
    [InlineData("PATCH", "orders")]
    [InlineData("POST", "orders/5")]
    [InlineData("OPTIONS", "orders")]
    [InlineData("PUT", "orders/5/items")]
    [InlineData("GET", "orders:")]
    [InlineData("GET", ":list")]
    [InlineData("GET", "orders//items:list")]
    public void What_is_no_route_is_null(string method, string path) =>
        Assert.Null(ResourceRouteParser.Parse(method, path));
}
