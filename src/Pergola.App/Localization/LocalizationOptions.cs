namespace Pergola.App.Localization;

/// <summary>Language and time of the server.</summary>
public sealed class LocalizationOptions
{
    /// <summary>Language of messages when the request names none.</summary>
    public string DefaultLocale { get; init; } = "en-US";

    /// <summary>Language of the texts of the app when neither the request nor its settings name one.</summary>
    public string AppLocale { get; init; } = "en-US";

    /// <summary>Zone of date-times that carry none.</summary>
    public TimeZoneInfo ServerZone { get; init; } = TimeZoneInfo.Utc;
}
