using Pergola.App.Wire;
using Pergola.Core.Json;

namespace Pergola.UnitTests.Wire;

public sealed class FilterShapeTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"$and":[]}""")]
    [InlineData("""{"$or":[]}""")]
    [InlineData("""{"$and":[{},{"$or":[]}]}""")]
    [InlineData("""{"$and":{}}""")]
    [InlineData("""{"$or":null}""")]
    [InlineData("""{"$and":{"$or":[]}}""")]
    public void A_filter_that_says_nothing_is_empty(string json) =>
        Assert.True(FilterShape.IsEmpty(JsonText.Parse(json)));

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"$and":[{"a":1}]}""")]
    [InlineData("""{"$and":5}""")]
    [InlineData("""{"$and":{"a":1}}""")]
    [InlineData("""[{"a":1}]""")]
    public void A_filter_that_says_something_is_not(string json) =>
        Assert.False(FilterShape.IsEmpty(JsonText.Parse(json)));
}
