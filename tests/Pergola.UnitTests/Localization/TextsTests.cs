using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Pergola.App.Localization;

namespace Pergola.UnitTests.Localization;

public sealed class TextsTests
{
    [Theory]
    [InlineData("{{t(\"ID\")}}", "ID")]
    [InlineData("{{ t('ID') }}", "ID")]
    [InlineData("{{t(\"Password\", {\"ns\":\"x\"})}}", "Password")]
    [InlineData("Plain", null)]
    [InlineData("{{ other }}", null)]
    [InlineData("{{t()}}", null)]
    [InlineData("{{t(\"}}", null)]
    public void Titles_may_be_templates(string title, string? key) =>
        Assert.Equal(key, TextTemplate.TryRead(title, out var found) ? found : null);

    [Fact]
    public void Template_and_titles_are_translated()
    {
        var texts = new Texts(
            "sv-SE",
            new Dictionary<string, string>
            {
                ["{field} is new"] = "{field} är ny",
                ["Name"] = "Namn",
            }.ToFrozenDictionary()
        );
        Assert.Equal("Namn är ny", texts.Message("{field} is new", [("field", "{{t(\"Name\")}}")]));
        Assert.Equal("Namn är ny", texts.Message("{field} is new", [("field", "Name")]));
        Assert.Equal("Ort är ny", texts.Message("{field} is new", [("field", "Ort")]));
    }

    [Theory]
    [InlineData("zh-CN", null, null, "zh-CN")]
    [InlineData(null, "sv-SE", null, "sv-SE")]
    [InlineData("sv-SE", "zh-CN", null, "sv-SE")]
    [InlineData(null, null, "fr,sv;q=0.8", "sv-SE")]
    [InlineData(null, null, "*", "en-US")]
    [InlineData("xx-YY", null, null, "en-US")]
    public void The_language_is_the_first_known_one(string? header, string? query, string? accepted, string locale)
    {
        var catalog = new TextCatalog(new BuiltInTexts([]), new LocalizationOptions());
        var request = new DefaultHttpContext().Request;
        request.Headers["X-Locale"] = header;
        request.Headers.AcceptLanguage = accepted;
        request.QueryString = query is null ? QueryString.Empty : new QueryString("?locale=" + query);
        Assert.Equal(locale, catalog.For(request).Locale);
    }

    [Theory]
    [InlineData("+08:00", 8 * 60)]
    [InlineData("-03:30", -210)]
    [InlineData("+0530", 330)]
    [InlineData("UTC", 0)]
    [InlineData("Asia/Tokyo", 9 * 60)]
    public void Zones_are_offsets_or_names(string text, int minutes)
    {
        Assert.True(TimeZoneText.TryParse(text, out var zone));
        Assert.Equal(TimeSpan.FromMinutes(minutes), zone.GetUtcOffset(DateTimeOffset.UnixEpoch.AddYears(50)));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("+25:00")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("+")]
    public void Other_zones_are_refused(string text) => Assert.False(TimeZoneText.TryParse(text, out _));
}
