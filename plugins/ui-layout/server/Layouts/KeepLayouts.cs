using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.UiLayout.Layouts;

/// <summary>The layout everybody starts in stays as it is; of others only what makes sense is stored.</summary>
internal sealed class KeepLayouts : IRecordHandler
{
    private static readonly string[] Types = ["desktop", "mobile"];

    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Kind != ChangeKinds.Create && change.Key!.Single is LayoutScope.Default)
        {
            throw new BadRequestException("The default layout stays as it is", field: "filterByTk");
        }

        CheckType(change);
        CheckPath(change);
        return ValueTask.CompletedTask;
    }

    private static void CheckType(RecordChange change)
    {
        if (
            change.Values.GetValueOrDefault(change.Collection.Column("layoutType")) is string type
            && !Types.Contains(type)
        )
        {
            throw new BadRequestException(
                "\"{field}\" must be one of {values}",
                [("field", "layoutType"), ("values", string.Join(", ", Types))],
                "layoutType"
            );
        }
    }

    private static void CheckPath(RecordChange change)
    {
        if (
            change.Values.GetValueOrDefault(change.Collection.Column("routePath")) is string path
            && (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Any(IsOdd))
        )
        {
            throw new BadRequestException(
                "\"{field}\" must begin with a slash and have no blanks",
                [("field", "routePath")],
                "routePath"
            );
        }
    }

    private static bool IsOdd(char character) =>
        char.IsControl(character) || char.IsWhiteSpace(character) || character is '\\' or '?' or '#';
}
