namespace Pergola.Plugins.AuditLog.Retention;

/// <summary>How long the log is kept and what is in it.</summary>
/// <param name="RetentionDays">Days after which entries go; 0 keeps them for ever.</param>
/// <param name="LogReads">Whether actions that change nothing are logged too.</param>
internal sealed record AuditSettings(int RetentionDays, bool LogReads)
{
    public static readonly AuditSettings Default = new(180, LogReads: false);
}
