using System.Text.Json;
using Pergola.App.Signals;
using Pergola.Core.Json;
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

    internal ValueTask ForgetAsync(CancellationToken cancellationToken) => _known.ForgetAsync(cancellationToken);

    private async Task<AppSettings> ReadAsync(CancellationToken cancellationToken)
    {
        var table = _schemas.Current[SystemSettingsCollection.Name];
        var query = new RecordQuery(table)
        {
            Sort = [new SortKey(FieldPath.Of(table.Column("id")), Descending: false)],
        };
        var row = await _reader.FindAsync(query, cancellationToken);
        return new AppSettings(row.ValueKind == JsonValueKind.Object ? row : JsonText.EmptyObject);
    }
}

/// <summary>The row of the settings.</summary>
public sealed record AppSettings(JsonElement Row)
{
    /// <summary><c>default</c>, <c>allow-use-union</c> or <c>only-use-union</c>.</summary>
    public string RoleMode => Row.Text("roleMode") ?? "default";

    /// <summary>Whether people may change their own profile; they may unless it was switched off.</summary>
    public bool AllowsProfileChange => Row.Flag("enableEditProfile") ?? true;

    /// <summary>Whether people may change their own password; they may unless it was switched off.</summary>
    public bool AllowsPasswordChange => Row.Flag("enableChangePassword") ?? true;
}
