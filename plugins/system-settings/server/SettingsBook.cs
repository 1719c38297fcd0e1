using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.SystemSettings.Collections;

namespace Pergola.Plugins.SystemSettings;

/// <summary>The settings of the app, kept in memory until somebody changes them.</summary>
public sealed class SettingsBook(RecordReader reader, SchemaStore schemas)
{
    private volatile AppSettings? _known;

    public async ValueTask<AppSettings> GetAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known)
        {
            return known;
        }

        var table = schemas.Current[SystemSettingsCollection.Name];
        var query = new RecordQuery(table)
        {
            Sort = [new SortKey(FieldPath.Of(table.Column("id")), Descending: false)],
        };
        var row = await reader.FindAsync(query, cancellationToken);
        var read = new AppSettings(row.ValueKind == JsonValueKind.Object ? row : JsonText.EmptyObject);
        _known = read;
        return read;
    }

    internal void Forget() => _known = null;
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
