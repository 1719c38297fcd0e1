using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Actions;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.PluginTests.Requests;

/// <summary>Brings what goes wrong: a field whose text <c>broken</c> cannot be read, and an action that never ends.</summary>
[Plugin("fragile")]
internal sealed class FragilePlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.FieldType(new FragileField());
        plugin.Services.AddSingleton<Patience>();
        plugin.Resource("patience").Action<WaitAction>("wait");
    }

    private sealed class FragileField : FieldType
    {
        public override string Name => "fragile";

        public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Text);

        public override object? Parse(JsonElement value, ColumnField field, ValueContext context) => value.GetString();

        public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
            writer.WriteStringValue(
                cursor.Text is "broken" ? throw new InvalidOperationException("The value is broken.") : cursor.Text
            );
    }
}

/// <summary>Waits until the client has gone.</summary>
internal sealed class WaitAction(Patience patience) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        patience.Begin();
        try
        {
            await Task.Delay(Timeout.Infinite, context.Aborted);
        }
        finally
        {
            patience.End();
        }
    }
}

/// <summary>Tells when a request begins and ends to wait.</summary>
internal sealed class Patience
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => _begun.Task;

    public Task Ended => _ended.Task;

    public void Begin() => _begun.SetResult();

    public void End() => _ended.SetResult();
}
