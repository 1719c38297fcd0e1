using System.Text.Encodings.Web;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>Creates targets inside an association: new records that are linked to one source record.</summary>
internal sealed class LinkedRecords(
    RecordWriter writer,
    WritePlans plans,
    InputReader input,
    StatementRunner statements,
    ForeignKeys foreignKeys,
    ThroughRows throughRows
)
{
    /// <summary>Recorded beside every through row that was read over its association.</summary>
    private static readonly JsonEncodedText Pivot = JsonEncodedText.Encode("_pivot_");

    public async Task<IReadOnlyList<WrittenRecord>> InsertAsync(
        WriteSession session,
        AssociationScope association,
        IReadOnlyList<JsonElement> values,
        WriteOptions options,
        CancellationToken cancellationToken
    )
    {
        await RequireSourceAsync(session, statements, association, cancellationToken);
        var relation = association.Relation;
        var plan = plans.Of(session, relation.Target);
        var scope = new ValueScope(options, IsUpdate: false);
        var forced = relation switch
        {
            HasOne one => AssociationWriter.Link(one.ForeignKey, association.SourceKey),
            HasMany many => AssociationWriter.Link(many.ForeignKey, association.SourceKey),
            _ => null,
        };
        var drafts = values.Select(v => input.ReadForInsert(session, plan, v, scope, forced)).ToList();
        await writer.InsertAsync(session, plan, drafts, cancellationToken);
        if (relation is BelongsToMany through)
        {
            var links = drafts.Zip(values, (d, v) => LinkOf(through, association, d, v, scope));
            await throughRows.InsertAsync(session, through, [.. links], cancellationToken);
        }
        else if (relation is BelongsTo to && drafts.Count > 0)
        {
            await foreignKeys.LinkAsync(
                session,
                to.ForeignKey,
                drafts[^1].Row.Value(to.TargetKey)!,
                to.Collection.SingleKey,
                [association.SourceKey],
                stamps: true,
                cancellationToken
            );
        }

        return drafts.ConvertAll(d => d.ToWritten());
    }

    /// <summary>
    /// Adds the through row to a target that was updated inside a belongsToMany, as reading it there would show it.
    /// </summary>
    public async Task ShowThroughAsync(
        WriteSession session,
        AssociationScope association,
        RecordDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (association.Relation is not BelongsToMany relation)
        {
            return;
        }

        var source = StoredValue.As(relation.ForeignKey.ColumnType.Kind, association.SourceKey)!;
        var target = ThroughRows.TargetKey(draft.Row, relation);
        var rows = await statements.SelectRowsAsync(
            session,
            plans.Of(session, relation.Through),
            sql => sql.AppendEqual(relation.ForeignKey, source).Append(" AND ").AppendEqual(relation.OtherKey, target),
            cancellationToken
        );
        if (rows.Count > 0)
        {
            var name = JsonEncodedText.Encode(relation.Through.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            var row = new WholeTarget(new WrittenRecord(rows[0]));
            draft.Results.Add(new AssociationResult(name, IsToMany: false, [row]));
            draft.Results.Add(new AssociationResult(Pivot, IsToMany: false, null));
        }
    }

    /// <summary>Column of the source that an association's source key is a value of.</summary>
    public static ColumnField SourceColumn(Relation relation) =>
        relation is BelongsTo ? relation.Collection.SingleKey : relation.LocalKey;

    public static async Task RequireSourceAsync(
        WriteSession session,
        StatementRunner statements,
        AssociationScope association,
        CancellationToken cancellationToken
    )
    {
        var column = SourceColumn(association.Relation);
        var found = await statements.SelectValuesAsync(
            session,
            [column],
            sql => sql.AppendEqual(column, association.SourceKey),
            cancellationToken
        );
        if (found.Count == 0)
        {
            throw new NotFoundException(
                "The source record of {association} does not exist",
                [("association", $"{association.Relation.Collection.Name}.{association.Relation.Name}")]
            );
        }
    }

    private static ThroughLink LinkOf(
        BelongsToMany relation,
        AssociationScope association,
        RecordDraft draft,
        JsonElement values,
        ValueScope scope
    ) =>
        new(
            StoredValue.As(relation.ForeignKey.ColumnType.Kind, association.SourceKey)!,
            ThroughRows.TargetKey(draft.Row, relation),
            values.TryGetProperty(relation.Through.Name, out var own) && own.ValueKind == JsonValueKind.Object
                ? own
                : JsonText.EmptyObject,
            scope.Into(relation.Through.Name)
        );
}
