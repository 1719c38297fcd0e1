namespace Atlas;

/// <summary>Something the person at the console can mend; the message says how.</summary>
internal sealed class AtlasException(string message, Exception? cause = null) : Exception(message, cause);
