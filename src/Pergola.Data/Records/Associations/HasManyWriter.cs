using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Associations;

/// <summary>Nested values of a hasMany: the given targets become the whole set of each source.</summary>
internal sealed class HasManyWriter(TargetWriter targets, ForeignKeys foreignKeys)
{
    public async Task WriteAsync(
        WriteSession session,
        HasMany relation,
        IReadOnlyList<AssociationInput> inputs,
        CancellationToken cancellationToken
    )
    {
        var key = TargetWriter.ElementKey(relation);
        var lists = inputs.Select(i => ElementList.Read(i, relation, key, session.Values)).ToList();
        var elements = lists.SelectMany(l => l.Elements).ToList();
        await targets.FindAsync(session, key, elements, cancellationToken);
        foreach (var list in lists)
        {
            await RelinkAsync(session, relation, key, list, cancellationToken);
        }

        var linked = elements.Where(e => e.Row is not null).ToList();
        await targets.UpdateExistingAsync(session, relation, key, linked, cancellationToken);
        await targets.CreateMissingAsync(
            session,
            relation,
            key,
            elements,
            e => AssociationWriter.Link(relation.ForeignKey, AssociationWriter.SourceKey(e.Source, relation)),
            cancellationToken
        );

        // Rows shown whole were read before they were linked.
        var shown = linked.Where(e => e.Record is null && (!e.IsObject || e.Source.Scope.ShowsWholeTargets));
        await targets.FindAsync(session, key, shown, cancellationToken);
        foreach (var list in lists)
        {
            list.AddResult(relation, key);
        }
    }

    private async Task RelinkAsync(
        WriteSession session,
        HasMany relation,
        ColumnField key,
        ElementList list,
        CancellationToken cancellationToken
    )
    {
        var source = AssociationWriter.SourceKey(list.Source, relation);
        var kept = list.Elements.Where(e => e.Row is not null).Select(e => e.Key).Distinct().ToList();
        if (!(list.Source.IsFresh && relation.SourceKey.IsPrimaryKey))
        {
            await foreignKeys.UnlinkAsync(
                session,
                relation.ForeignKey,
                [source],
                kept.Count == 0 ? null : sql => AppendOthers(sql, key, kept),
                stamps: true,
                cancellationToken
            );
        }

        await foreignKeys.LinkAsync(session, relation.ForeignKey, source, key, kept, stamps: true, cancellationToken);
    }

    /// <summary>Condition for rows that are none of the kept ones.</summary>
    public static void AppendOthers(SqlWriter sql, ColumnField key, IReadOnlyList<object?> kept)
    {
        sql.Append(" AND (NOT (").AppendIn(key, kept).Append(')');
        if (key.AllowNull)
        {
            sql.Append(" OR ").Append(key.QuotedColumn).Append(" IS NULL");
        }

        sql.Append(')');
    }
}
