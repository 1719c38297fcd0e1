using System.Data.Common;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Data.Dialects;

/// <summary>Database errors as errors of the product, with the names of fields.</summary>
public sealed class ErrorTranslator(Database database)
{
    /// <summary>The error to raise instead; null when the failure is not the caller's doing.</summary>
    public ValueTask<PergolaException?> TranslateAsync(
        DbException exception,
        SchemaSnapshot schema,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException(database.Dialect.Name + exception.Message + schema.Revision + cancellationToken.CanBeCanceled);
}
