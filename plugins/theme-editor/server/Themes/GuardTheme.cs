using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ThemeEditor.Themes;

/// <summary>Keeps themes to what may be in a style sheet, the built-in ones as they are, and one of all the default.</summary>
internal sealed class GuardTheme(ThemeRows themes) : IRecordHandler
{
    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var table = change.Collection;
        if (change.Kind == ChangeKinds.Create)
        {
            change.Values[table.Column("isBuiltIn")] = false;
            if (change.Values.GetValueOrDefault(table.Column("uid")) is not string { Length: > 0 })
            {
                change.Values[table.Column("uid")] = RandomText.Uid();
            }

            return;
        }

        var before = await themes.FindAsync(change.Key!, session, cancellationToken);
        if (change.Kind == ChangeKinds.Destroy)
        {
            RefuseDestroy(before);
            return;
        }

        change.Before = before;
        change.Values.Remove(table.Column("isBuiltIn"));
        change.Values.Remove(table.Column("uid"));
        if (
            before.Flag("default") == true
            && change.Values.TryGetValue(table.Column("default"), out var value)
            && value is not true
        )
        {
            throw new BadRequestException("One theme is the default: make another one it", field: "default");
        }
    }

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKinds.Destroy)
        {
            return ValueTask.CompletedTask;
        }

        var config = change.Record.Get("config") ?? default;
        if (change.Kind == ChangeKinds.Create || change.Values.ContainsKey(change.Collection.Column("config")))
        {
            ThemeCheck.Check(config);
        }

        if (
            change.Before.ValueKind == JsonValueKind.Object
            && change.Before.Flag("isBuiltIn") == true
            && !JsonElement.DeepEquals(config, change.Before.Get("config") ?? default)
        )
        {
            throw new BadRequestException("A built-in theme stays as it is: change a copy of it", field: "config");
        }

        return ValueTask.CompletedTask;
    }

    private static void RefuseDestroy(JsonElement theme)
    {
        if (theme.ValueKind == JsonValueKind.Object && theme.Flag("isBuiltIn") == true)
        {
            throw new BadRequestException("A built-in theme stays");
        }

        if (theme.ValueKind == JsonValueKind.Object && theme.Flag("default") == true)
        {
            throw new BadRequestException("The default theme stays: make another one the default first");
        }
    }
}
