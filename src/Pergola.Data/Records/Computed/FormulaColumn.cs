using Pergola.Data.Fields.Computed;
using Pergola.Data.Fields.Computed.Formulas;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Computed;

/// <summary>A formula field and the columns it is computed from.</summary>
internal sealed record FormulaColumn(ColumnField Column, Formula Formula, IReadOnlyList<ColumnField> Operands)
{
    /// <summary>The formulas of a collection, each behind those it is computed from; in a circle one has to be first.</summary>
    public static IReadOnlyList<FormulaColumn> Of(Collection collection)
    {
        var formulas = new Dictionary<ColumnField, FormulaColumn>();
        foreach (var column in collection.Columns.Where(c => c.Type is FormulaField))
        {
            if (Formula.TryParse(column.Definition) is { } formula)
            {
                formulas.Add(column, new FormulaColumn(column, formula, OperandsOf(collection, formula)));
            }
        }

        var ordered = new List<FormulaColumn>();
        var seen = new HashSet<FormulaColumn>();
        foreach (var formula in formulas.Values)
        {
            AddInOrder(formula);
        }

        return ordered;

        void AddInOrder(FormulaColumn formula)
        {
            if (!seen.Add(formula))
            {
                return;
            }

            foreach (var operand in formula.Operands)
            {
                if (formulas.TryGetValue(operand, out var before))
                {
                    AddInOrder(before);
                }
            }

            ordered.Add(formula);
        }
    }

    /// <summary>Hashes of passwords are nobody's operand.</summary>
    private static List<ColumnField> OperandsOf(Collection collection, Formula formula) =>
        [.. collection.Columns.Where(c => formula.Names.Contains(c.Name) && c.Type.Name != "password")];
}
