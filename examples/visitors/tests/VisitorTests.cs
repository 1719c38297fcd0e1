using System.Text.Json;
using Pergola.Core.Errors;
using Xunit;

namespace Acme.Visitors.Tests;

public sealed class VisitorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(13, false)]
    [InlineData(15, true)]
    public void A_visit_is_over_when_it_has_lasted_too_long(int hours, bool isOver)
    {
        var visitor = new Visitor { Name = "Anna", CreatedAt = Now.AddHours(-hours) };
        Assert.Equal(isOver, SignOutOvernight.IsOver(visitor, new VisitorsOptions(), Now));
    }

    [Fact]
    public void Who_has_left_stays_as_they_are()
    {
        var visitor = new Visitor
        {
            Name = "Anna",
            CreatedAt = Now.AddDays(-2),
            LeftAt = Now.AddDays(-1),
        };
        Assert.False(SignOutOvernight.IsOver(visitor, new VisitorsOptions(), Now));
    }

    [Fact]
    public void A_badge_is_found_as_it_is_typed() =>
        Assert.Equal("ACD-379", SignOut.BadgeIn(JsonElement.Parse("""{"badge":" acd-379 "}""")));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"badge":" "}""")]
    [InlineData("""{"badge":1}""")]
    [InlineData("[]")]
    public void Without_a_badge_the_answer_says_so(string values)
    {
        var failure = Assert.Throws<ValidationException>(() => SignOut.BadgeIn(JsonElement.Parse(values)));
        Assert.Equal("badge", failure.Field);
    }

    [Fact]
    public async Task A_sheet_runs_nothing_in_a_spreadsheet()
    {
        var visitors = new[]
        {
            new Visitor
            {
                Name = "Anna",
                Company = "=1+1",
                Badge = "ACD-379",
            },
        };
        var sheet = await Sheet.WriteAsync(visitors, TestContext.Current.CancellationToken);
        Assert.Equal("name,company,badge", sheet.Split("\r\n")[0]);
        Assert.StartsWith("Anna,", sheet.Split("\r\n")[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", sheet, StringComparison.Ordinal);
    }
}
