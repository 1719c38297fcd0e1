namespace Pergola.App.Migrations;

/// <summary>A migration of a plugin.</summary>
/// <param name="Plugin">Short name of the plugin.</param>
/// <param name="Migration">Its class.</param>
public sealed record MigrationRegistration(string Plugin, Type Migration)
{
    /// <summary>What is written down once it has run.</summary>
    public string Name => $"{Migration.Name}/{Plugin}";
}
