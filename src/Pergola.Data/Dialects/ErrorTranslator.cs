using System.Data.Common;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Data.Dialects;

/// <summary>Database errors as errors of the product, with the names of fields and no text of the database.</summary>
public sealed class ErrorTranslator(Database database)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private readonly FaultFields _fields = new(database);

    /// <summary>The error to raise instead; null when the failure is not the caller's doing.</summary>
    public ValueTask<PergolaException?> TranslateAsync(
        DbException exception,
        SchemaSnapshot schema,
        CancellationToken cancellationToken
    ) =>
        database.Dialect.Errors.Classify(exception) is { } fault
            ? TranslateAsync(exception, fault, schema, cancellationToken)
            : ValueTask.FromResult<PergolaException?>(null);

    /// <summary>The error to raise for a fault whose table or columns the caller knows better than the database.</summary>
    internal async ValueTask<PergolaException?> TranslateAsync(
        DbException exception,
        DatabaseFault fault,
        SchemaSnapshot schema,
        CancellationToken cancellationToken
    ) =>
        fault.Kind switch
        {
            FaultKind.Unique => Constraint(
                "{field} already exists",
                "A record with these values already exists",
                await _fields.FindAsync(fault, schema, cancellationToken),
                exception
            ),
            FaultKind.NotNull => Constraint(
                "{field} cannot be null",
                "A required field is null",
                await _fields.FindAsync(fault, schema, cancellationToken),
                exception
            ),
            FaultKind.Reference => Refusal(
                "The record is referenced by others or refers to one that does not exist",
                exception
            ),
            FaultKind.Check => Refusal("The database does not allow these values", exception),
            FaultKind.TooLong => new ValidationException(
                "A value is too long for its field or an index",
                inner: exception
            ),
            FaultKind.OutOfRange => new ValidationException(
                "A value is out of the range of its field",
                inner: exception
            ),
            FaultKind.InvalidText => new ValidationException(
                "A value does not fit the type of its field",
                inner: exception
            ),
            FaultKind.InvalidPattern => new ValidationException("The pattern is not valid", inner: exception),
            FaultKind.Conflict => new ConflictException(
                "Somebody else is changing the same data, please try again",
                inner: exception
            ),
            FaultKind.SchemaChanged => new ConflictException(
                "The definition of the data has just changed, please try again",
                inner: exception
            ),
            FaultKind.Unavailable => new UnavailableException(
                "The database is not available at the moment",
                RetryAfter,
                exception
            ),
            FaultKind.Definition => new BadRequestException(
                "The change of {name} is not possible with what is in the database",
                [("name", string.Join(", ", fault.Columns.Count > 0 ? fault.Columns : [fault.Table ?? "a table"]))],
                inner: exception
            ),
            _ => null,
        };

    private static ConstraintException Constraint(
        string template,
        string templateWithoutField,
        IReadOnlyList<ColumnField> fields,
        DbException exception
    )
    {
        if (fields.Count == 0)
        {
            return Refusal(templateWithoutField, exception);
        }

        return new ConstraintException(
            [.. fields.Select(f => new ConstraintViolation(template, [("field", f.Title)], f.Name))],
            exception
        );
    }

    private static ConstraintException Refusal(string template, DbException exception) =>
        new([new ConstraintViolation(template, [], null)], exception);
}
