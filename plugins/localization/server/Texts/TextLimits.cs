using Pergola.Core.Errors;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>How much of texts is taken.</summary>
internal static class TextLimits
{
    public const int Text = 2_000;
    public const int Translation = 10_000;
    public const int Rows = 20_000;

    public static BadRequestException TooLong(string field, int limit) =>
        new("{field} is longer than {limit} characters", [("field", field), ("limit", $"{limit}")], field);
}
