using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Acme.Sample;

/// <summary>Refuses entries without a title, however they are made.</summary>
public sealed class CheckEntry : IRecordHandler
{
    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var title = change.Collection.Column("title");
        var isGiven = change.Values.TryGetValue(title, out var text);
        if (change.Kind == ChangeKinds.Create || isGiven)
        {
            RequireTitle(text as string);
        }

        return ValueTask.CompletedTask;
    }

    /// <exception cref="ValidationException">There is none.</exception>
    public static void RequireTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new ValidationException("An entry needs a title", field: "title");
        }
    }
}
