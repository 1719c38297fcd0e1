using System.Text.Json;
using Pergola.App.Routing;
using Pergola.App.Wire;
using Pergola.Core.Errors;

namespace Pergola.UnitTests.Wire;

[Trait("ASVS", "V5")]
public sealed class ActionParamsParserTests
{
    [Theory]
    [InlineData("a=1", "\"1\"")]
    [InlineData("a", "null")]
    [InlineData("a[]=1&a[]=2", """["1","2"]""")]
    [InlineData("a[0]=1&a[1]=2", """["1","2"]""")]
    [InlineData("a[1]=2&a[0]=1", """["1","2"]""")]
    [InlineData("a[5]=x&a[9]=y", """["x","y"]""")]
    [InlineData("a=1&a=2", """["1","2"]""")]
    [InlineData("a=1&a=2&a=3", """["1","2","3"]""")]
    [InlineData("a[b][c]=1", """{"b":{"c":"1"}}""")]
    [InlineData("a[b]=1&a[c]=2", """{"b":"1","c":"2"}""")]
    [InlineData("a[b][]=1&a[b][]=2", """{"b":["1","2"]}""")]
    [InlineData("a[b]=1&a[b]=2", """{"b":["1","2"]}""")]
    [InlineData("a[$and][0][n]=1&a[$and][1][n]=2", """{"$and":[{"n":"1"},{"n":"2"}]}""")]
    [InlineData("a[b][c][d][e][f][g]=1", """{"b":{"c":{"d":{"e":{"f":{"g":"1"}}}}}}""")]
    [InlineData("a%5Bb%5D=c+d%26e", """{"b":"c d&e"}""")]
    [InlineData("a={\"x\":[1,2]}", """{"x":[1,2]}""")]
    [InlineData("a=%C3%A9", "\"é\"")]
    public void Values_have_the_shape_that_brackets_give_them(string query, string json)
    {
        var value = Parse(query).Json("a");
        Assert.Equal(
            json,
            value is null ? "null" : JsonSerializer.Serialize(value.Value, Core.Json.JsonText.Serializer)
        );
    }

    [Theory]
    [InlineData("fields=a,b", "a b")]
    [InlineData("fields=a, b,,c", "a b c")]
    [InlineData("fields[]=a&fields[]=b", "a b")]
    [InlineData("fields=[\"a\",\"b\"]", "a b")]
    [InlineData("fields=books(sort=-title,id),b", "books(sort=-title,id) b")]
    [InlineData("fields=", "")]
    public void Lists_of_names_come_as_commas_or_arrays(string query, string names) =>
        Assert.Equal(names, string.Join(' ', Parse(query).Fields!));

    [Fact]
    public void Absent_lists_are_null() => Assert.Null(Parse("x=1").Fields);

    [Theory]
    [InlineData("page=x", "page")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("pageSize=2147483648", "pageSize")]
    [InlineData("pageSize[]=1", "pageSize")]
    public void Pages_are_whole_numbers_from_one(string query, string name)
    {
        var parameters = Parse(query);
        var failure = Assert.Throws<BadRequestException>(() => name == "page" ? parameters.Page : parameters.PageSize);
        Assert.Equal(name, failure.Field);
    }

    [Theory]
    [InlineData("updateAssociationValues=a", "updateAssociationValues")]
    [InlineData("updateAssociationValues=a,b", "updateAssociationValues")]
    public void Association_values_are_an_array(string query, string name) =>
        Assert.Equal(name, Assert.Throws<BadRequestException>(() => Parse(query).UpdateAssociationValues).Field);

    [Theory]
    [InlineData("filter={bad", "filter")]
    [InlineData("filter=5", "filter")]
    [InlineData("filter=text", "filter")]
    [InlineData("filterByTk=[1", "filterByTk")]
    [InlineData("filter={\"a\":\"\\ud800\"}", "filter")]
    [InlineData("filter[a][99999999]=1", "filter[a][99999999]")]
    [InlineData("filter[a][1000]=1", "filter[a][1000]")]
    public void Bad_parameters_are_named(string query, string name) =>
        Assert.Equal(name, Assert.Throws<BadRequestException>(() => Parse(query)).Field);

    [Fact]
    public void The_last_index_is_999() => Assert.Equal("[\"1\"]", Parse("a[999]=1").Json("a")!.Value.GetRawText());

    [Fact]
    public void Filters_are_64_levels_deep_at_most()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"$not\":", 1000)) + "1" + new string('}', 1000);
        Assert.Throws<BadRequestException>(() => Parse("filter=" + deep));
    }

    [Fact]
    public void Brackets_are_31_levels_deep_at_most()
    {
        Parse("a" + string.Concat(Enumerable.Repeat("[b]", 31)) + "=1");
        Assert.Throws<BadRequestException>(() => Parse("a" + string.Concat(Enumerable.Repeat("[b]", 32)) + "=1"));
    }

    [Fact]
    public void A_thousand_parameters_are_enough()
    {
        Parse(string.Join('&', Enumerable.Range(0, 1000).Select(i => $"p{i}=1")));
        Assert.Throws<BadRequestException>(() =>
            Parse(string.Join('&', Enumerable.Range(0, 1001).Select(i => $"p{i}=1")))
        );
    }

    [Fact]
    public void A_key_in_the_path_counts_as_filterByTk()
    {
        var route = new ResourceRoute("orders", null, null, "get", "{\"a\":1}");
        Assert.Equal(1, ActionParamsParser.Parse(route, "?filterByTk=9").FilterByTk!.Value.GetProperty("a").GetInt32());
    }

    [Fact]
    public void Keys_come_one_by_one() =>
        Assert.Equal(["1", "2"], Parse("filterByTk[]=1&filterByTk[]=2").FilterByTks!.Select(k => k.GetString()));

    private static ActionParams Parse(string query) =>
        ActionParamsParser.Parse(new ResourceRoute("orders", null, null, "list", null), "?" + query);
}
