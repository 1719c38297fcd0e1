using System.Text.Json;
using Pergola.App.Signals;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.SystemSettings.Collections;

namespace Pergola.Plugins.SystemSettings;

/// <summary>The settings of the app, kept in memory until somebody changes them.</summary>
public sealed class SettingsBook
{
    private readonly RecordReader _reader;
    private readonly SchemaStore _schemas;
    private readonly Remembered<AppSettings> _known;

    public SettingsBook(RecordReader reader, SchemaStore schemas, ChangeSignals signals)
    {
        _reader = reader;
        _schemas = schemas;
        _known = new(signals, "system-settings", ReadAsync);
    }

    public ValueTask<AppSettings> GetAsync(CancellationToken cancellationToken) => _known.GetAsync(cancellationToken);

    /// <summary>Has the row read anew when it is asked for next, in every generation and on every node.</summary>
    public void ForgetWith(WriteTransaction transaction) => _known.ForgetWith(transaction);

    private async Task<AppSettings> ReadAsync(CancellationToken cancellationToken)
    {
        var table = _schemas.Current[SystemSettingsCollection.Name];
        var query = new RecordQuery(table)
        {
            Sort = [new SortKey(FieldPath.Of(table.Column("id")), Descending: false)],
        };
        var row = await _reader.FindAsync(query, cancellationToken);
        if (row.ValueKind != JsonValueKind.Object)
        {
            return new AppSettings(JsonText.EmptyObject, JsonText.Null);
        }

        return new AppSettings(row, await ReadLogoAsync(row, cancellationToken));
    }

    private async Task<JsonElement> ReadLogoAsync(JsonElement row, CancellationToken cancellationToken)
    {
        if (row.Get("logoId") is not { ValueKind: JsonValueKind.Number } id)
        {
            return JsonText.Null;
        }

        var files = _schemas.Current["attachments"];
        var key = new RecordKey(files.PrimaryKey, [id.GetInt64()]);
        var logo = await _reader.FindAsync(
            new RecordQuery(files) { Filter = FilterCondition.Key(key) },
            cancellationToken
        );
        return logo.ValueKind == JsonValueKind.Object ? logo : JsonText.Null;
    }
}

/// <summary>The row of the settings, and the file that is its logo.</summary>
public sealed record AppSettings(JsonElement Row, JsonElement Logo)
{
    /// <summary><c>default</c>, <c>allow-use-union</c> or <c>only-use-union</c>.</summary>
    public string RoleMode => Row.Text("roleMode") ?? "default";

    /// <summary>Whether people may change their own profile; they may unless it was switched off.</summary>
    public bool AllowsProfileChange => Row.Flag("enableEditProfile") ?? true;

    /// <summary>Whether people may change their own password; they may unless it was switched off.</summary>
    public bool AllowsPasswordChange => Row.Flag("enableChangePassword") ?? true;

    /// <summary>The languages the app speaks, the one for everybody first.</summary>
    public IReadOnlyList<string> Languages =>
        Row.Get("enabledLanguages") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(l => l.ValueKind == JsonValueKind.String).Select(l => l.GetString()!)]
            : [];

    /// <summary>Theme for those who have not chosen one.</summary>
    public string Theme => Row.Get("options")?.Text("theme") ?? "default";
}
